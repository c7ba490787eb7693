package org.cairnml.selection;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.cairnml.base.DataException;
import org.cairnml.metrics.CorrectedTTest;
import org.cairnml.metrics.Metric;

/** The scores, times and predictions of every split of a cross-validation. Immutable. */
public final class CrossValidationResult {

  private static final double NANOS = 1e9;

  private final List<Metric> metrics;
  private final List<Fold> folds;
  private final int rows;

  CrossValidationResult(List<Metric> metrics, List<Fold> folds, int rows) {
    this.metrics = List.copyOf(metrics);
    this.folds = List.copyOf(folds);
    this.rows = rows;
  }

  /** What was measured. */
  public List<Metric> metrics() {
    return metrics;
  }

  /** The splits, in the order of the splitter. */
  public List<Fold> folds() {
    return folds;
  }

  /**
   * The scores of all splits, in their order.
   *
   * @throws IllegalArgumentException if the metric was not measured
   */
  public double[] scores(Metric metric) {
    if (metrics.stream().noneMatch(m -> m.name().equals(metric.name()))) {
      throw new IllegalArgumentException(
          "the metric '" + metric.name() + "' was not measured, only " + metrics);
    }
    return folds.stream().mapToDouble(f -> f.scores().get(metric.name())).toArray();
  }

  /** The mean score over the splits. */
  public double mean(Metric metric) {
    return Scores.mean(scores(metric));
  }

  /** The standard deviation of the scores over the splits (n - 1); NaN for one split. */
  public double deviation(Metric metric) {
    return Scores.deviation(scores(metric));
  }

  /** The mean time of a fit, in seconds. */
  public double fitSeconds() {
    return seconds(Fold::fitTime);
  }

  /** The mean time to predict the test rows of a split, in seconds. */
  public double predictSeconds() {
    return seconds(Fold::predictTime);
  }

  private double seconds(Function<Fold, Duration> time) {
    return folds.stream().mapToLong(f -> time.apply(f).toNanos()).average().orElseThrow() / NANOS;
  }

  /**
   * The prediction of every row by the model that was not trained on it, in the order of rows; of a
   * pipeline, the rows that have a target.
   *
   * @throws DataException if a row was not tested, or more than once
   */
  public FoldPredictions outOfFold() {
    int[] tested = new int[rows];
    List<int[]> tests = folds.stream().map(f -> f.split().test()).toList();
    tests.forEach(test -> Arrays.stream(test).forEach(i -> tested[i]++));
    for (int i = 0; i < rows; i++) {
      if (tested[i] != 1) {
        throw new DataException(
            "row %d was tested %d times; out-of-fold predictions need splits that test each row once, such as KFold"
                .formatted(i, tested[i]));
      }
    }
    return FoldPredictions.join(folds.stream().map(Fold::predictions).toList(), tests, rows);
  }

  /**
   * Whether this result differs from another on the same splits by more than chance.
   *
   * @throws DataException if the splits differ, or there are fewer than two
   */
  public CorrectedTTest compare(CrossValidationResult other, Metric metric) {
    if (!splits().equals(other.splits())) {
      throw new DataException(
          "the results are not of the same splits; run both with the same splitter and rows");
    }
    double train = folds.stream().mapToInt(f -> f.split().train().length).average().orElseThrow();
    double test = folds.stream().mapToInt(f -> f.split().test().length).average().orElseThrow();
    return CorrectedTTest.of(scores(metric), other.scores(metric), test / train);
  }

  private List<Split> splits() {
    return folds.stream().map(Fold::split).toList();
  }

  /** The scores of each split, and mean and deviation below. */
  @Override
  public String toString() {
    var text = new StringBuilder("%-12s".formatted("split"));
    metrics.forEach(m -> text.append(" %20s".formatted(m.name())));
    text.append(" %10s %10s\n".formatted("fit s", "predict s"));
    for (int k = 0; k < folds.size(); k++) {
      Fold fold = folds.get(k);
      text.append("%-12d".formatted(k + 1));
      metrics.forEach(m -> text.append(number(" %20.4f", fold.scores().get(m.name()))));
      text.append(number(" %10.3f", fold.fitTime().toNanos() / NANOS));
      text.append(number(" %10.3f", fold.predictTime().toNanos() / NANOS)).append('\n');
    }
    line(text, "mean", this::mean);
    text.append(number(" %10.3f", fitSeconds())).append(number(" %10.3f", predictSeconds()));
    text.append('\n');
    line(text, "deviation", this::deviation);
    return text.toString();
  }

  private void line(StringBuilder text, String name, Function<Metric, Double> value) {
    text.append("%-12s".formatted(name));
    metrics.forEach(m -> text.append(number(" %20.4f", value.apply(m))));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
