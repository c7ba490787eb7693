package org.cairnml.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;
import org.cairnml.core.CrossFittedTransformer;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Schema;
import org.cairnml.core.TransformModel;
import org.cairnml.linalg.Matrix;

/** A fitted transformer, and which columns of its input it sees. Immutable. */
final class FittedStep {

  private final Schema input;
  private final Schema output;
  private final int[] chosen;
  private final int[] rest;
  private final TransformModel model;

  /**
   * Keeps its arguments.
   *
   * @param chosen the columns that the model sees, empty for all
   */
  FittedStep(Schema input, int[] chosen, TransformModel model) {
    this.input = input;
    this.chosen = chosen;
    this.model = model;
    rest =
        IntStream.range(0, chosen.length == 0 ? 0 : input.width())
            .filter(j -> IntStream.of(chosen).noneMatch(c -> c == j))
            .toArray();
    int seen = chosen.length == 0 ? input.width() : chosen.length;
    boolean outside = IntStream.of(chosen).anyMatch(j -> j < 0 || j >= input.width());
    if (outside || model.schema().width() != seen) {
      throw new FormatException(
          "a step of a pipeline takes "
              + model.schema().width()
              + " columns, but gets "
              + seen
              + " of "
              + input.width());
    }
    List<Feature> features = new ArrayList<>();
    IntStream.of(rest).forEach(j -> features.add(input.get(j)));
    features.addAll(model.output().features());
    output = new Schema(features);
  }

  /** Fits a step, and transforms the training rows by it. */
  static Result fit(Step step, Dataset data, FitOptions options) {
    int[] chosen = columns(step, data.schema());
    Dataset seen = chosen.length == 0 ? data : select(data, chosen);
    TransformModel model = step.transformer().fit(seen, options);
    Dataset made = transformTraining(step, model, seen, options);
    var fitted = new FittedStep(data.schema(), chosen, model);
    if (fitted.rest.length == 0) {
      return new Result(fitted, data.withFeatures(made.x(), fitted.output));
    }
    Matrix x = Matrix.zeros(data.rows(), fitted.output.width());
    for (int i = 0; i < data.rows(); i++) {
      for (int k = 0; k < fitted.rest.length; k++) {
        x.set(i, k, data.x().get(i, fitted.rest[k]));
      }
      for (int k = 0; k < made.cols(); k++) {
        x.set(i, fitted.rest.length + k, made.x().get(i, k));
      }
    }
    return new Result(fitted, data.withFeatures(x, fitted.output));
  }

  /** A fitted step and the training rows after it. */
  record Result(FittedStep step, Dataset data) {}

  private static int[] columns(Step step, Schema schema) {
    List<String> names = schema.names();
    for (String column : step.columns()) {
      if (!names.contains(column)) {
        throw new DataException(
            "there is no column '"
                + column
                + "' before the step "
                + step.transformer()
                + "; the columns there are "
                + names);
      }
    }
    return step.columns().stream().mapToInt(names::indexOf).toArray();
  }

  private static Dataset select(Dataset data, int[] chosen) {
    List<Feature> features = IntStream.of(chosen).mapToObj(data.schema()::get).toList();
    return data.withFeatures(data.x().columns(chosen), new Schema(features));
  }

  /** A step that learned from the target must not show a training row its own. */
  @SuppressWarnings("unchecked")
  private static Dataset transformTraining(
      Step step, TransformModel model, Dataset data, FitOptions options) {
    return step.transformer() instanceof CrossFittedTransformer<?> crossFitted
        ? ((CrossFittedTransformer<TransformModel>) crossFitted)
            .transformTraining(model, data, options)
        : model.transform(data);
  }

  Schema output() {
    return output;
  }

  TransformModel model() {
    return model;
  }

  /** The columns that the model sees (a copy), empty for all. */
  int[] chosen() {
    return chosen.clone();
  }

  /** What {@link #run} needs of its own: the chosen columns, and what the model makes of them. */
  double[][] scratch() {
    return chosen.length == 0
        ? new double[0][]
        : new double[][] {new double[chosen.length], new double[model.output().width()]};
  }

  /** Writes the transformed row to {@code out}. */
  void run(double[] row, double[] out, double[][] scratch) {
    if (chosen.length == 0) {
      model.transformInto(row, out);
      return;
    }
    for (int k = 0; k < chosen.length; k++) {
      scratch[0][k] = row[chosen[k]];
    }
    model.transformInto(scratch[0], scratch[1]);
    for (int k = 0; k < rest.length; k++) {
      out[k] = row[rest[k]];
    }
    System.arraycopy(scratch[1], 0, out, rest.length, scratch[1].length);
  }
}
