package org.cairnml.tree;

/** Squared error or Poisson deviance: criteria of the weight and the sum of the target. */
final class MomentScan extends FeatureScan {
  // Squared error falls by (SL T - L S)^2 / (T L R) with weights L, R, T = L + R and sums SL, S;
  // this form of SL^2 / L + SR^2 / R - S^2 / T loses nothing to cancellation. Poisson: half the
  // deviance falls by SL log(SL / L) + SR log(SR / R) - S log(S / T).

  private final NumberTarget target;
  private final GrowthRules rules;
  private final boolean poisson;
  private final double[] histogram = new double[2 * MOST_BINS];
  private final double[] sums = new double[2 * MOST_BINS];
  private final long[] countHistogram = new long[MOST_BINS];
  private final long[] counts = new long[MOST_BINS];
  private double total;
  private double sum;

  MomentScan(Rows rows, NumberTarget target, GrowthRules rules) {
    super(rows);
    this.target = target;
    this.rules = rules;
    this.poisson = target.criterion() == RegressionCriterion.POISSON;
  }

  @Override
  FeatureScan begin(double[] stats) {
    total = stats[0];
    sum = stats[1];
    return this;
  }

  @Override
  void collect(int feature, int from, int to) {
    byte[] codes = rows.bins(feature, from, to);
    double[] h = histogram;
    int n = to - from;
    for (int i = 0; i < n; i++) {
      long entry = rows.entries[from + i];
      int b = codes[i] & 0xff;
      double weight = target.weight(entry);
      h[2 * b] += weight;
      h[2 * b + 1] += weight * target.centred(entry);
      countHistogram[b] += entry >>> 48;
    }
    touch(codes, n);
    for (int p = 0; p < touched; p++) {
      int b = bins[p];
      sums[2 * p] = h[2 * b];
      sums[2 * p + 1] = h[2 * b + 1];
      counts[p] = countHistogram[b];
      h[2 * b] = 0;
      h[2 * b + 1] = 0;
      countHistogram[b] = 0;
    }
  }

  @Override
  void scan(int[] order, int first, int last) {
    long all = 0;
    for (int p = 0; p < touched; p++) {
      all += counts[p];
    }
    long onLeft = 0;
    double l = 0;
    double sl = 0;
    double best = Double.NEGATIVE_INFINITY;
    int at = -1;
    for (int p = 0; p <= last; p++) {
      int position = order[p];
      onLeft += counts[position];
      l += sums[2 * position];
      sl += sums[2 * position + 1];
      double r = total - l;
      if (p >= first && l > 0 && r > 0 && rules.allows(onLeft, all - onLeft, l, r)) {
        double score = poisson ? poisson(sl, l, sum - sl, r) : squared(sl, l, r);
        if (score > best) {
          best = score;
          at = p;
        }
      }
    }
    bestAt = at;
    bestScore = poisson ? best - part(sum, total) : best / total;
  }

  private double squared(double sl, double l, double r) {
    double difference = sl * total - l * sum;
    return difference * difference / (l * r);
  }

  /** A side whose targets are all 0 predicts 0, whose deviance is infinite elsewhere: no split. */
  private static double poisson(double sl, double l, double sr, double r) {
    return sl > 0 && sr > 0 ? part(sl, l) + part(sr, r) : Double.NEGATIVE_INFINITY;
  }

  private static double part(double sum, double weight) {
    return sum > 0 ? sum * Math.log(sum / weight) : 0;
  }

  @Override
  void leftStats(int[] order, int at, double[] out) {
    out[0] = 0;
    out[1] = 0;
    for (int p = 0; p <= at; p++) {
      out[0] += sums[2 * order[p]];
      out[1] += sums[2 * order[p] + 1];
    }
  }

  @Override
  int keys() {
    return 1;
  }

  @Override
  double key(int position, int k) {
    return sums[2 * position] > 0 ? sums[2 * position + 1] / sums[2 * position] : 0;
  }
}
