package org.cairnml.pipeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;
import org.cairnml.core.CrossFittedTransformer;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Schema;
import org.cairnml.core.SparseTransformModel;
import org.cairnml.core.TransformModel;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;

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
    var isChosen = new BitSet();
    IntStream.of(chosen).filter(j -> j >= 0).forEach(isChosen::set);
    rest =
        IntStream.range(0, chosen.length == 0 ? 0 : input.width())
            .filter(j -> !isChosen.get(j))
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

  /**
   * Fits a step, and transforms the training rows by it; empty if only texts are left to see.
   *
   * @param texts the features that each column of texts became
   */
  static Optional<Result> fit(
      Step step,
      Dataset data,
      Map<String, List<String>> texts,
      Sparsity sparsity,
      FitOptions options) {
    int[] chosen = columns(step, data.schema(), texts);
    if (chosen.length == 0 && !texts.isEmpty()) {
      return Optional.empty();
    }
    Dataset columns = select(data, chosen);
    Dataset seen = step.transformer() instanceof HandlesSparse ? columns : columns.dense();
    TransformModel model = step.transformer().fit(seen, options);
    var fitted = new FittedStep(data.schema(), chosen, model);
    Dataset made = fitted.transformTraining(step, seen, sparsity, options);
    return Optional.of(new Result(fitted, fitted.join(data, made)));
  }

  /** A fitted step and the training rows after it. */
  record Result(FittedStep step, Dataset data) {}

  /** The columns that a step sees; none for all of them. */
  private static int[] columns(Step step, Schema schema, Map<String, List<String>> texts) {
    if (step.columns().isEmpty()) {
      return texts.isEmpty() ? new int[0] : outside(schema, texts);
    }
    Map<String, Integer> places = new HashMap<>();
    for (int j = 0; j < schema.width(); j++) {
      places.put(schema.name(j), j);
    }
    return step.columns().stream()
        .flatMap(column -> texts.getOrDefault(column, List.of(column)).stream())
        .mapToInt(column -> place(column, places, step, schema))
        .toArray();
  }

  private static int place(String column, Map<String, Integer> places, Step step, Schema schema) {
    Integer place = places.get(column);
    if (place == null) {
      throw new DataException(
          "there is no column '"
              + column
              + "' before the step "
              + step.transformer()
              + "; the columns there are "
              + schema.names());
    }
    return place;
  }

  /** The columns that are not made of texts. */
  private static int[] outside(Schema schema, Map<String, List<String>> texts) {
    Set<String> terms = new HashSet<>();
    texts.values().forEach(terms::addAll);
    return IntStream.range(0, schema.width())
        .filter(j -> !terms.contains(schema.name(j)))
        .toArray();
  }

  /** The chosen columns; all if none is chosen. */
  private static Dataset select(Dataset data, int[] chosen) {
    if (chosen.length == 0) {
      return data;
    }
    List<Feature> features = IntStream.of(chosen).mapToObj(data.schema()::get).toList();
    var schema = new Schema(features);
    return data.isSparse()
        ? data.withFeatures(data.sparse().columns(chosen), schema)
        : data.withFeatures(data.x().columns(chosen), schema);
  }

  /** Transforms rows; the result is sparse if they are, or if this step makes them so. */
  Dataset transform(Dataset data, Sparsity sparsity) {
    return join(data, make(select(data, chosen), sparsity));
  }

  /** What the model makes of the columns that it sees. */
  private Dataset make(Dataset seen, Sparsity sparsity) {
    if (makesSparse(sparsity)) {
      Matrix rows = seen.dense().x();
      return seen.withFeatures(
          ((SparseTransformModel) model).transformSparse(rows), model.output());
    }
    return model.transform(seen);
  }

  /** Whether the model makes a sparse matrix of dense rows. */
  boolean makesSparse(Sparsity sparsity) {
    return model instanceof SparseTransformModel sparse
        && sparse.makesZeros()
        && sparsity.suits(model.output().width());
  }

  /** The columns that the model did not see, then those that it made. */
  private Dataset join(Dataset data, Dataset made) {
    if (data.isSparse() || made.isSparse()) {
      SparseMatrix x =
          rest.length == 0
              ? made.sparse()
              : SparseMatrix.besides(data.sparse().columns(rest), made.sparse());
      return data.withFeatures(x, output);
    }
    Matrix x = made.x();
    if (rest.length > 0) {
      x = Matrix.zeros(data.rows(), output.width());
      for (int i = 0; i < data.rows(); i++) {
        for (int k = 0; k < rest.length; k++) {
          x.set(i, k, data.x().get(i, rest[k]));
        }
        for (int k = 0; k < made.cols(); k++) {
          x.set(i, rest.length + k, made.x().get(i, k));
        }
      }
    }
    return data.withFeatures(x, output);
  }

  /** A step that learned from the target must not show a training row its own. */
  @SuppressWarnings("unchecked")
  private Dataset transformTraining(
      Step step, Dataset seen, Sparsity sparsity, FitOptions options) {
    if (!(step.transformer() instanceof CrossFittedTransformer<?> crossFitted)) {
      return make(seen, sparsity);
    }
    Dataset made =
        ((CrossFittedTransformer<TransformModel>) crossFitted)
            .transformTraining(model, seen, options);
    return seen.isSparse() || makesSparse(sparsity) ? made : made.dense();
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
