package org.cairnml.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Fields;
import org.cairnml.core.Model;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.core.TransformModel;

/**
 * Fields: {@code target}; {@code inputs}, each with {@code name}, {@code kind} (number, boolean,
 * category with {@code levels}, time with {@code hours}, or text with its {@code model}); {@code
 * steps}, each with {@code columns} (what it sees, empty for all) and a {@code model}; {@code
 * model}, {@code notes}, {@code unused} (columns of training that are no inputs), {@code learner}
 * (its text) and {@code sparse} (whether wide features are kept sparse; not if absent).
 */
public final class PipelineModelCodec implements ModelCodec<PipelineModel> {

  /** For the service loader. */
  public PipelineModelCodec() {}

  @Override
  public String typeId() {
    return "pipeline.model";
  }

  @Override
  public Class<PipelineModel> type() {
    return PipelineModel.class;
  }

  @Override
  public Fields write(PipelineModel model) {
    List<Fields> steps = new ArrayList<>();
    for (FittedStep step : model.chain().steps()) {
      steps.add(Fields.create().set("columns", step.chosen()).setModel("model", step.model()));
    }
    return Fields.create()
        .set("target", model.target())
        .setList("inputs", model.chain().inputs().write())
        .setList("steps", steps)
        .setModel("model", model.model())
        .setStrings("notes", model.notes())
        .setStrings("unused", model.unused())
        .set("learner", model.learner())
        .set("sparse", model.chain().sparsity() == Sparsity.SPARSE_IF_WIDE);
  }

  @Override
  public PipelineModel read(Fields fields) {
    Inputs inputs = Inputs.read(fields.getList("inputs"));
    Schema schema = inputs.schema();
    List<FittedStep> steps = new ArrayList<>();
    for (Fields step : fields.getList("steps")) {
      FittedStep fitted =
          new FittedStep(
              schema, step.getInts("columns"), step.getModel("model", TransformModel.class));
      schema = fitted.output();
      steps.add(fitted);
    }
    boolean sparse = fields.has("sparse") && fields.getBoolean("sparse");
    Model model = fields.getModel("model", Model.class);
    requireFit(schema, model);
    if (!(model instanceof ClassificationModel || model instanceof RegressionModel)) {
      throw new FormatException("a pipeline ends in a model that predicts nothing");
    }
    return new PipelineModel(
        fields.getString("target"),
        new Chain(inputs, steps, sparse ? Sparsity.SPARSE_IF_WIDE : Sparsity.DENSE),
        model,
        fields.getStrings("notes"),
        fields.getStrings("unused"),
        fields.getString("learner"));
  }

  private static void requireFit(Schema before, Model model) {
    if (before.width() != model.schema().width()) {
      throw new FormatException(
          "the last step of a pipeline makes "
              + before.width()
              + " columns, its model takes "
              + model.schema().width());
    }
  }
}
