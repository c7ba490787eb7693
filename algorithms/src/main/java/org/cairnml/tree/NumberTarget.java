package org.cairnml.tree;

import java.util.Arrays;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;

/** A number; a leaf holds its mean or median. */
final class NumberTarget extends TreeTarget {

  private final double[] y;
  private final double[] centred;
  private final RegressionCriterion criterion;

  NumberTarget(double[] y, double[] weights, RegressionCriterion criterion) {
    super(weights);
    this.y = y;
    this.criterion = criterion;
    double mean = criterion == RegressionCriterion.SQUARED ? mean(y, weights) : 0;
    this.centred = mean == 0 ? y : Arrays.stream(y).map(v -> v - mean).toArray();
  }

  /**
   * The target of data.
   *
   * @throws DataException if it is negative or all 0 where that means nothing, or too large
   */
  static NumberTarget of(Dataset data, double[] weights, RegressionCriterion criterion) {
    double[] y = data.target();
    if (criterion == RegressionCriterion.POISSON) {
      for (int i = 0; i < y.length; i++) {
        if (y[i] < 0) {
          throw new DataException(
              "row " + i + ": the target is " + y[i] + "; the Poisson criterion needs counts >= 0");
        }
      }
      if (Arrays.stream(y).allMatch(v -> v == 0)) {
        throw new DataException("all targets are 0; the Poisson criterion needs a positive one");
      }
    }
    requireFiniteSums(y, weights);
    return new NumberTarget(y, weights, criterion);
  }

  private static void requireFiniteSums(double[] y, double[] weights) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += 2 * (weights == null ? 1 : weights[i]) * Math.abs(y[i]);
    }
    if (!Double.isFinite(sum)) {
      throw new DataException(
          "the target has values too large for their sum; divide it by a power of ten first");
    }
  }

  private static double mean(double[] y, double[] weights) {
    double total = 0;
    double mean = 0;
    for (int i = 0; i < y.length; i++) {
      double weight = weights == null ? 1 : weights[i];
      total += weight;
      mean += weight > 0 ? weight / total * (y[i] - mean) : 0;
    }
    return mean;
  }

  RegressionCriterion criterion() {
    return criterion;
  }

  /** The target of an entry's row. */
  double value(long entry) {
    return y[(int) entry];
  }

  /** The target less a constant, which is the mean of all rows for squared error. */
  double centred(long entry) {
    return centred[(int) entry];
  }

  @Override
  int code(int row) {
    return 0;
  }

  @Override
  int statsLength() {
    return 2;
  }

  @Override
  double[] stats(Rows rows, int from, int to) {
    double weight = 0;
    double sum = 0;
    for (int i = from; i < to; i++) {
      double w = weight(rows.entries[i]);
      weight += w;
      sum += w * centred(rows.entries[i]);
    }
    return new double[] {weight, sum};
  }

  @Override
  double weight(double[] stats) {
    return stats[0];
  }

  @Override
  boolean isExact() {
    return false;
  }

  @Override
  boolean isPure(Rows rows, int from, int to, double[] stats) {
    double first = value(rows.entries[from]);
    for (int i = from + 1; i < to; i++) {
      if (value(rows.entries[i]) != first) {
        return false;
      }
    }
    return true;
  }

  @Override
  boolean isPerfect(double[] stats, double[] left) {
    return false;
  }

  @Override
  FeatureScan scan(Rows rows, GrowthRules rules) {
    return criterion == RegressionCriterion.ABSOLUTE
        ? new AbsoluteScan(rows, this, rules)
        : new MomentScan(rows, this, rules);
  }

  @Override
  int width() {
    return 1;
  }

  @Override
  void predict(Rows rows, Node node, double[] out) {
    out[0] =
        criterion == RegressionCriterion.ABSOLUTE
            ? median(rows, node.from, node.to)
            : mean(rows, node.from, node.to);
  }

  /** The mean, exact if all targets are equal. */
  private double mean(Rows rows, int from, int to) {
    double first = value(rows.entries[from]);
    double weight = 0;
    double sum = 0;
    for (int i = from; i < to; i++) {
      double w = weight(rows.entries[i]);
      weight += w;
      sum += w * (value(rows.entries[i]) - first);
    }
    return first + sum / weight;
  }

  /** The weighted median; where half the weight is on each side of a gap, its middle. */
  private double median(Rows rows, int from, int to) {
    long[] sorted =
        Arrays.stream(rows.entries, from, to)
            .boxed()
            .sorted((a, b) -> Double.compare(value(a), value(b)))
            .mapToLong(Long::longValue)
            .toArray();
    double half = 0;
    for (long entry : sorted) {
      half += weight(entry) / 2;
    }
    double below = 0;
    for (int i = 0; i < sorted.length; i++) {
      below += weight(sorted[i]);
      if (below == half && i + 1 < sorted.length) {
        return value(sorted[i]) / 2 + value(sorted[i + 1]) / 2;
      }
      if (below >= half) {
        return value(sorted[i]);
      }
    }
    return value(sorted[sorted.length - 1]);
  }
}
