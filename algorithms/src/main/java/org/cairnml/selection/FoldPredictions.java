package org.cairnml.selection;

import java.util.List;
import java.util.Optional;
import org.cairnml.base.DataException;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Dataset;
import org.cairnml.core.Model;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.RegressionModel;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.metrics.ClassPredictions;
import org.cairnml.metrics.ClassificationMetric;
import org.cairnml.metrics.Metric;
import org.cairnml.metrics.RegressionMetric;

/** What a model says of rows that it was not trained on, beside the truth and the weights. */
public final class FoldPredictions {

  private final Labels labels;
  private final ClassPredictions classes;
  private final double[] target;
  private final double[] numbers;
  private final double[] weights;

  private FoldPredictions(
      Labels labels,
      ClassPredictions classes,
      double[] target,
      double[] numbers,
      double[] weights) {
    this.labels = labels;
    this.classes = classes;
    this.target = target;
    this.numbers = numbers;
    this.weights = weights;
  }

  /** Keeps its arguments; the predictions get the classes of the truth. */
  static FoldPredictions ofClasses(Labels truth, ClassPredictions predicted, double[] weights) {
    List<String> all = truth.classes();
    List<String> known = predicted.labels().classes();
    var widened =
        known.equals(all)
            ? predicted
            : new ClassPredictions(
                predicted.labels().withClasses(all),
                predicted.probabilities().map(p -> widen(p, known, all)));
    return new FoldPredictions(truth, widened, null, null, weights);
  }

  /** A class that training did not have has probability 0. */
  private static Matrix widen(Matrix probabilities, List<String> known, List<String> all) {
    Matrix wide = Matrix.zeros(probabilities.rows(), all.size());
    for (int c = 0; c < known.size(); c++) {
      int to = all.indexOf(known.get(c));
      for (int i = 0; i < wide.rows(); i++) {
        wide.set(i, to, probabilities.get(i, c));
      }
    }
    return wide;
  }

  /** Keeps its arguments. */
  static FoldPredictions ofNumbers(double[] truth, double[] predicted, double[] weights) {
    return new FoldPredictions(null, null, truth, predicted, weights);
  }

  /** What a model of a learner says of test rows. */
  static FoldPredictions of(Model model, Dataset test) {
    if (model instanceof RegressionModel r) {
      return ofNumbers(test.target(), r.predict(test).toArray(), test.weights());
    }
    ClassificationModel classifier = (ClassificationModel) model;
    Labels predicted = classifier.predict(test);
    return ofClasses(
        test.labels(),
        classifier instanceof ProbabilityModel p
            ? ClassPredictions.of(predicted, p.probabilities(test))
            : ClassPredictions.of(predicted),
        test.weights());
  }

  /** The predicted classes, with their probabilities if the model gives such; empty for numbers. */
  public Optional<ClassPredictions> classes() {
    return Optional.ofNullable(classes);
  }

  /**
   * The predicted numbers (a copy).
   *
   * @throws DataException if classes were predicted
   */
  public double[] numbers() {
    if (numbers == null) {
      throw new DataException("classes were predicted, not numbers; ask for classes()");
    }
    return numbers.clone();
  }

  /** How many rows. */
  public int size() {
    return weights.length;
  }

  /**
   * The value of a metric.
   *
   * @throws DataException if the metric is one of classes and numbers were predicted, or the
   *     reverse, or it needs probabilities that the model does not give
   */
  public double value(Metric metric) {
    if (metric instanceof ClassificationMetric c && classes != null) {
      return c.value(labels, classes, weights);
    }
    if (metric instanceof RegressionMetric r && numbers != null) {
      return r.value(target, numbers, weights);
    }
    throw new DataException(
        "the metric '%s' does not suit a model that predicts %s"
            .formatted(metric.name(), classes != null ? "classes" : "numbers"));
  }

  /** The rows of several, row {@code rows[k][i]} of the result being row i of part k. */
  static FoldPredictions join(List<FoldPredictions> parts, List<int[]> rows, int count) {
    double[] weights = new double[count];
    double[] target = new double[count];
    double[] numbers = new double[count];
    int[] truth = new int[count];
    int[] codes = new int[count];
    FoldPredictions first = parts.get(0);
    boolean likely = first.classes != null && first.classes.probabilities().isPresent();
    Matrix all = likely ? Matrix.zeros(count, first.labels.classes().size()) : null;
    for (int k = 0; k < parts.size(); k++) {
      FoldPredictions part = parts.get(k);
      int[] at = rows.get(k);
      for (int i = 0; i < at.length; i++) {
        weights[at[i]] = part.weights[i];
        if (part.classes == null) {
          target[at[i]] = part.target[i];
          numbers[at[i]] = part.numbers[i];
        } else {
          truth[at[i]] = part.labels.code(i);
          codes[at[i]] = part.classes.labels().code(i);
        }
        for (int c = 0; likely && c < all.cols(); c++) {
          all.set(at[i], c, part.classes.probabilities().orElseThrow().get(i, c));
        }
      }
    }
    if (first.classes == null) {
      return ofNumbers(target, numbers, weights);
    }
    List<String> names = first.labels.classes();
    return ofClasses(
        Labels.ofCodes(truth, names),
        new ClassPredictions(Labels.ofCodes(codes, names), Optional.ofNullable(all)),
        weights);
  }
}
