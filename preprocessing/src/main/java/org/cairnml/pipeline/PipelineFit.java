package org.cairnml.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairnml.base.DataException;
import org.cairnml.base.Progress;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Model;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema.Missing;
import org.cairnml.data.Labels;
import org.cairnml.data.Table;

/** One fit of a pipeline. */
final class PipelineFit {

  private final Pipeline pipeline;
  private final Table train;
  private final FitOptions options;
  private final List<String> notes = new ArrayList<>();

  PipelineFit(Pipeline pipeline, Table table, FitOptions options) {
    this.pipeline = pipeline;
    this.options = options;
    if (table.rows() == 0) {
      throw new DataException("the table has no rows to learn from");
    }
    int[] rows = Target.rows(table, pipeline.target());
    if (rows.length == 0) {
      throw new DataException(
          "the target '"
              + pipeline.target()
              + "' has no value in any row; fill it in, or name another");
    }
    pipeline.excluded().forEach(table::column);
    pipeline.texts().keySet().forEach(table::column);
    notes.addAll(Target.note(table, rows, pipeline.target()));
    train = Target.select(table, rows);
  }

  PipelineModel run(Optional<Table> validation) {
    ColumnChoice choice = ColumnChoice.of(train, pipeline);
    notes.addAll(choice.notes());
    if (choice.inputs().isEmpty()) {
      throw new DataException(
          "no column is left to learn from"
              + notes.stream().map(note -> "; " + note).collect(Collectors.joining())
              + "; add columns of numbers, categories or times beside the target");
    }
    Inputs inputs = new Inputs(choice.inputs());
    Sparsity sparsity = Sparsity.of(pipeline.learner());
    Dataset data =
        Target.addForTraining(
            weighted(
                inputs.encode(
                    train, choice.texts(), options.workers(), sparsity, new ArrayList<>()),
                train),
            train,
            pipeline.target(),
            pipeline.task());
    List<FittedStep> steps = new ArrayList<>();
    var quiet =
        new FitOptions(
            options.workers(), Progress.none(), options.deadline(), options.validation());
    for (Step step : pipeline.steps()) {
      var fitted = fit(step, data, inputs.texts(), sparsity, quiet);
      if (fitted.isPresent()) {
        data = fitted.get().data();
        note(fitted.get().step().model());
        steps.add(fitted.get().step());
      }
    }
    Chain chain = new Chain(inputs, steps, sparsity);
    requireUsable(data);
    FitOptions learnerOptions = options;
    if (validation.isPresent()) {
      learnerOptions = options.withValidation(validation(chain, validation.get(), data));
    }
    Model model = fitLearner(data, learnerOptions);
    note(model);
    return new PipelineModel(
        pipeline.target(),
        chain,
        model,
        notes,
        unused(inputs),
        Hyperparameters.describe(pipeline.learner()));
  }

  private Optional<FittedStep.Result> fit(
      Step step,
      Dataset data,
      Map<String, List<String>> texts,
      Sparsity sparsity,
      FitOptions quiet) {
    try {
      return FittedStep.fit(step, data, texts, sparsity, quiet);
    } catch (DataException e) {
      throw e.placed(train::place);
    }
  }

  private Dataset weighted(Dataset data, Table table) {
    return pipeline
        .weights()
        .map(name -> data.withWeights(Target.numbers(table, name)))
        .orElse(data);
  }

  private void note(Model fitted) {
    if (!fitted.summary().note().isEmpty()) {
      notes.add(fitted.summary().note());
    }
  }

  private void requireUsable(Dataset data) {
    if (data.cols() == 0) {
      throw new DataException("the steps leave no column to learn from: " + notes);
    }
    if (!(pipeline.learner() instanceof HandlesCategories)) {
      data.schema().features().stream()
          .filter(f -> f.isCategory())
          .findFirst()
          .ifPresent(
              f -> {
                throw new DataException(
                    "column '"
                        + f.name()
                        + "' holds categories, which this learner cannot use; add a step such as"
                        + " OneHotEncoder, or take Pipeline.auto");
              });
    }
  }

  private Dataset validation(Chain chain, Table table, Dataset trained) {
    Table known = Target.select(table, Target.rows(table, pipeline.target()));
    Dataset x = chain.transform(known, options.workers(), new ArrayList<>());
    Dataset data = weighted(x, known);
    if (pipeline.task() == Task.REGRESSION) {
      return data.withTarget(Target.numbers(known, pipeline.target()));
    }
    Labels labels = Target.labels(known, pipeline.target(), trained.labels().classes());
    return data.withLabels(labels);
  }

  private Model fitLearner(Dataset data, FitOptions learnerOptions) {
    try {
      return pipeline.learner() instanceof Classifier<?> classifier
          ? classifier.fit(data, learnerOptions)
          : ((Regressor<?>) pipeline.learner()).fit(data, learnerOptions);
    } catch (DataException e) {
      throw isOf(data, e) ? e.placed(train::place) : e;
    }
  }

  /** Whether the learner speaks of these rows, not of some of them that it numbers anew. */
  private static boolean isOf(Dataset data, DataException refusal) {
    try {
      data.check(Missing.REFUSED);
      return false;
    } catch (DataException own) {
      return own.getMessage().equals(refusal.getMessage());
    }
  }

  /** The columns of the training table that predictions do not need. */
  private List<String> unused(Inputs inputs) {
    List<String> names = new ArrayList<>(train.names());
    names.removeAll(inputs.kinds().keySet());
    return names;
  }
}
