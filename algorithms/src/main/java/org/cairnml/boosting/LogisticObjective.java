package org.cairnml.boosting;

/**
 * The negative log-likelihood of two classes: the score is the log-odds of class 1.
 *
 * <p>Source: Friedman, Hastie and Tibshirani 2000, doi:10.1214/aos/1016218223.
 */
final class LogisticObjective extends RowObjective {
  // With e = exp(-|s|) the probability is 1 / (1 + e) or e / (1 + e), the loss max(s, 0) - y s +
  // log(1 + e), without overflow. Logarithms are taken of products of a few hundred factors
  // between 1 and 2, not of each.

  private static final int FACTORS = 512;
  private static final double MOST_START = 20;

  private final int[] codes;

  LogisticObjective(int[] codes, double[] weights) {
    super(codes.length, weights);
    this.codes = codes;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public double[] start() {
    double ones = 0;
    for (int i = 0; i < rows; i++) {
      ones += codes[i] * weight(i);
    }
    double logOdds = Math.log(ones) - Math.log(totalWeight() - ones);
    return new double[] {Math.max(-MOST_START, Math.min(MOST_START, logOdds))};
  }

  @Override
  double derivatives(int from, int to, double[][] scores, double[][] first, double[][] second) {
    double[] score = scores[0];
    double[] g = first[0];
    double[] h = second[0];
    double loss = 0;
    for (int start = from; start < to; start += FACTORS) {
      int end = Math.min(to, start + FACTORS);
      double product = 1;
      for (int i = start; i < end; i++) {
        double s = score[i];
        double e = Math.exp(-Math.abs(s));
        double q = 1 / (1 + e);
        double p = s >= 0 ? q : e * q;
        g[i] = p - codes[i];
        h[i] = e * q * q;
        product *= 1 + e;
        loss += Math.max(s, 0) - codes[i] * s;
      }
      loss += Math.log(product);
    }
    return weights == null ? loss : value(from, to, scores);
  }

  @Override
  double value(int from, int to, double[][] scores) {
    double loss = 0;
    for (int i = from; i < to; i++) {
      double s = scores[0][i];
      loss += weight(i) * (Math.max(s, 0) - codes[i] * s + Math.log1p(Math.exp(-Math.abs(s))));
    }
    return loss;
  }
}
