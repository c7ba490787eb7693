package org.cairnml.tree;

import java.util.Arrays;

/** Gini impurity or entropy of classes with any weights. */
final class WeightedClassScan extends FeatureScan {

  private final ClassTarget target;
  private final int k;
  private final double[] histogram;
  private final double[] sums;
  private final long[] countHistogram = new long[MOST_BINS];
  private final long[] counts = new long[MOST_BINS];
  private final double[] total;
  private final double[] left;
  private final double[] right;
  private final GrowthRules rules;
  private double nodeScore;

  WeightedClassScan(Rows rows, ClassTarget target, GrowthRules rules) {
    super(rows);
    this.target = target;
    this.rules = rules;
    k = target.classes();
    histogram = new double[MOST_BINS * k];
    sums = new double[MOST_BINS * k];
    total = new double[k];
    left = new double[k];
    right = new double[k];
  }

  @Override
  FeatureScan begin(double[] stats) {
    System.arraycopy(stats, 0, total, 0, k);
    nodeScore = score(total);
    return this;
  }

  /** What grows as a side becomes purer: its weight times (1 - impurity), or minus the entropy. */
  private double score(double[] side) {
    double weight = 0;
    double sum = 0;
    if (target.criterion() == ClassificationCriterion.GINI) {
      for (double w : side) {
        weight += w;
        sum += w * w;
      }
      return weight > 0 ? sum / weight : 0;
    }
    for (double w : side) {
      weight += w;
      sum += w > 0 ? w * Math.log(w) : 0;
    }
    return weight > 0 ? (sum - weight * Math.log(weight)) / Math.log(2) : 0;
  }

  @Override
  void collect(int feature, int from, int to) {
    byte[] codes = rows.bins(feature, from, to);
    int n = to - from;
    for (int i = 0; i < n; i++) {
      long entry = rows.entries[from + i];
      int b = codes[i] & 0xff;
      histogram[b * k + Rows.code(entry)] += target.weight(entry);
      countHistogram[b] += Rows.count(entry);
    }
    touch(codes, n);
    for (int p = 0; p < touched; p++) {
      int start = bins[p] * k;
      System.arraycopy(histogram, start, sums, p * k, k);
      Arrays.fill(histogram, start, start + k, 0);
      counts[p] = countHistogram[bins[p]];
      countHistogram[bins[p]] = 0;
    }
  }

  @Override
  void scan(int[] order, int first, int last) {
    Arrays.fill(left, 0);
    long all = 0;
    for (int p = 0; p < touched; p++) {
      all += counts[p];
    }
    long onLeft = 0;
    double best = Double.NEGATIVE_INFINITY;
    int at = -1;
    for (int p = 0; p <= last; p++) {
      double leftWeight = 0;
      double rightWeight = 0;
      for (int c = 0; c < k; c++) {
        left[c] += sums[order[p] * k + c];
        right[c] = Math.max(0, total[c] - left[c]);
        leftWeight += left[c];
        rightWeight += right[c];
      }
      onLeft += counts[order[p]];
      if (p >= first && rules.allows(onLeft, all - onLeft, leftWeight, rightWeight)) {
        double score = score(left) + score(right);
        if (score > best) {
          best = score;
          at = p;
        }
      }
    }
    bestAt = at;
    bestScore = best - nodeScore;
  }

  @Override
  void leftStats(int[] order, int at, double[] out) {
    Arrays.fill(out, 0);
    for (int p = 0; p <= at; p++) {
      for (int c = 0; c < k; c++) {
        out[c] += sums[order[p] * k + c];
      }
    }
  }

  @Override
  int keys() {
    return k == 2 ? 1 : k;
  }

  @Override
  double key(int position, int c) {
    double weight = 0;
    for (int other = 0; other < k; other++) {
      weight += sums[position * k + other];
    }
    return weight > 0 ? sums[position * k + k - 1 - c] / weight : 0;
  }
}
