package org.cairnml.inspection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Dataset;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.metrics.ClassPredictions;
import org.cairnml.metrics.ClassificationMetric;
import org.cairnml.metrics.RegressionMetric;

/**
 * How much a metric suffers when the values of one feature are shuffled among the rows: what the
 * model loses without it. Positive means that the feature helps, whether greater or lower values of
 * the metric are better. Measure it on rows that the model was not trained on.
 *
 * <p>Source: Breiman 2001, Random Forests, doi:10.1023/A:1010933404324.
 */
public final class PermutationImportance {
  // Repeat r of feature j shuffles with its own child of the seed, so results do not depend on the
  // number of threads. Each task copies the matrix once and puts the column back after use.

  private final Schema schema;
  private final double baseline;
  private final double[][] drops;

  private PermutationImportance(Schema schema, double baseline, double[][] drops) {
    this.schema = schema;
    this.baseline = baseline;
    this.drops = drops;
  }

  /**
   * For a classifier.
   *
   * @param repeats how often each feature is shuffled, at least 1; 5 to 30 are usual
   */
  public static PermutationImportance of(
      ClassificationModel model,
      Dataset data,
      ClassificationMetric metric,
      int repeats,
      Seed seed) {
    return of(
        data,
        x -> metric.value(data.labels(), predictions(model, x), data.weights()),
        metric.greaterIsBetter() ? 1 : -1,
        repeats,
        seed);
  }

  /**
   * For a regressor.
   *
   * @param repeats how often each feature is shuffled, at least 1; 5 to 30 are usual
   */
  public static PermutationImportance of(
      RegressionModel model, Dataset data, RegressionMetric metric, int repeats, Seed seed) {
    double[] truth = data.target();
    return of(
        data,
        x -> metric.value(truth, model.predict(x).toArray(), data.weights()),
        metric.greaterIsBetter() ? 1 : -1,
        repeats,
        seed);
  }

  /**
   * For anything that can be scored: a ranking by its queries, a metric of your own.
   *
   * @param score what the model makes of features like those of the data (n x d), greater is
   *     better; called from several threads
   * @param repeats how often each feature is shuffled, at least 1; 5 to 30 are usual
   */
  public static PermutationImportance of(
      Dataset data, ToDoubleFunction<Matrix> score, int repeats, Seed seed) {
    return of(data, score, 1, repeats, seed);
  }

  private static ClassPredictions predictions(ClassificationModel model, Matrix x) {
    return model instanceof ProbabilityModel p
        ? ClassPredictions.of(p.predict(x), p.probabilities(x))
        : ClassPredictions.of(model.predict(x));
  }

  private static PermutationImportance of(
      Dataset data, ToDoubleFunction<Matrix> score, int sign, int repeats, Seed seed) {
    if (repeats < 1) {
      throw new IllegalArgumentException("repeats must be at least 1, but was " + repeats);
    }
    double baseline = score.applyAsDouble(data.x());
    double[][] drops = new double[data.cols()][repeats];
    Workers.standard()
        .run(
            data.cols(),
            j -> {
              Matrix x = data.x().copy();
              double[] original = data.x().column(j).toArray();
              for (int r = 0; r < repeats; r++) {
                int[] order = seed.child(j).child(r).permutation(data.rows());
                for (int i = 0; i < order.length; i++) {
                  x.set(i, j, original[order[i]]);
                }
                drops[j][r] = sign * (baseline - score.applyAsDouble(x));
              }
            });
    return new PermutationImportance(data.schema(), baseline, drops);
  }

  /** The metric with nothing shuffled. */
  public double baseline() {
    return baseline;
  }

  /** The mean loss of each feature (d). */
  public double[] means() {
    return Arrays.stream(drops)
        .mapToDouble(d -> Arrays.stream(d).average().orElseThrow())
        .toArray();
  }

  /** The standard deviation of each feature's losses over the repeats (d); 0 for one repeat. */
  public double[] deviations() {
    double[] means = means();
    double[] deviations = new double[drops.length];
    for (int j = 0; j < drops.length; j++) {
      double sum = 0;
      for (double drop : drops[j]) {
        sum += (drop - means[j]) * (drop - means[j]);
      }
      deviations[j] = drops[j].length == 1 ? 0 : Math.sqrt(sum / (drops[j].length - 1));
    }
    return deviations;
  }

  /** The losses of feature {@code j}, one a repeat (a copy). */
  public double[] losses(int j) {
    return drops[j].clone();
  }

  /**
   * The range that holds this share of the losses of feature {@code j} over the repeats.
   *
   * @param share above 0, at most 1
   */
  public double[] interval(int j, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in (0, 1], but was " + share);
    }
    double[] sorted = drops[j].clone();
    Arrays.sort(sorted);
    return new double[] {quantile(sorted, (1 - share) / 2), quantile(sorted, (1 + share) / 2)};
  }

  private static double quantile(double[] sorted, double p) {
    double at = p * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** The features by importance, with mean and deviation, one a line. */
  @Override
  public String toString() {
    double[] means = means();
    double[] deviations = deviations();
    return IntStream.range(0, means.length)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -means[j]))
        .map(
            j ->
                String.format(
                    Locale.ROOT, "%10.5f +- %.5f  %s", means[j], deviations[j], schema.name(j)))
        .collect(Collectors.joining("\n"));
  }
}
