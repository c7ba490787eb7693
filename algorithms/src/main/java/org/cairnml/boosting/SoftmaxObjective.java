package org.cairnml.boosting;

/**
 * The negative log-likelihood of k classes, one score a class.
 *
 * <p>Of the second derivatives only the diagonal p (1 - p) is used, as it is. Friedman 2001,
 * doi:10.1214/aos/1013203451, multiplies leaf values by (k - 1) / k, which makes up for trees of
 * all classes that move at once; at the small learning rates of boosting it only slows the model
 * down.
 */
final class SoftmaxObjective extends RowObjective {

  private static final int FACTORS = 64;
  private static final double LARGEST_PRODUCT = 1e200;
  private static final double LEAST_SHARE = 1e-9;

  private final int[] codes;
  private final int classes;

  SoftmaxObjective(int[] codes, int classes, double[] weights) {
    super(codes.length, weights);
    this.codes = codes;
    this.classes = classes;
  }

  @Override
  public int outputs() {
    return classes;
  }

  @Override
  public double[] start() {
    double[] scores = new double[classes];
    for (int i = 0; i < rows; i++) {
      scores[codes[i]] += weight(i);
    }
    for (int k = 0; k < classes; k++) {
      scores[k] = Math.log(Math.max(LEAST_SHARE, scores[k] / totalWeight()));
    }
    return scores;
  }

  @Override
  double derivatives(int from, int to, double[][] scores, double[][] first, double[][] second) {
    double[] largest = new double[FACTORS];
    double[] sums = new double[FACTORS];
    double loss = 0;
    for (int start = from; start < to; start += FACTORS) {
      int end = Math.min(to, start + FACTORS);
      exponentials(start, end, scores, first, largest, sums);
      for (int i = start; i < end; i++) {
        sums[i - start] = 1 / sums[i - start];
      }
      for (int k = 0; k < classes; k++) {
        double[] g = first[k];
        double[] h = second[k];
        for (int i = start; i < end; i++) {
          double p = g[i] * sums[i - start];
          g[i] = p;
          h[i] = p * (1 - p);
        }
      }
      double product = 1;
      for (int i = start; i < end; i++) {
        double[] ofClass = first[codes[i]];
        ofClass[i] -= 1;
        double w = weight(i);
        if (w == 1) {
          product *= sums[i - start];
          if (product < 1 / LARGEST_PRODUCT) {
            loss -= Math.log(product);
            product = 1;
          }
        } else {
          loss -= w * Math.log(sums[i - start]);
        }
        loss -= w * (scores[codes[i]][i] - largest[i - start]);
      }
      loss -= Math.log(product);
    }
    return loss;
  }

  /** Writes exp(s - max s) to {@code out}, and the max and the sum of these of each row. */
  private void exponentials(
      int from, int to, double[][] scores, double[][] out, double[] largest, double[] sums) {
    for (int i = from; i < to; i++) {
      double max = scores[0][i];
      for (int k = 1; k < classes; k++) {
        max = Math.max(max, scores[k][i]);
      }
      largest[i - from] = max;
      sums[i - from] = 0;
    }
    for (int k = 0; k < classes; k++) {
      double[] score = scores[k];
      double[] e = out[k];
      for (int i = from; i < to; i++) {
        e[i] = Math.exp(score[i] - largest[i - from]);
        sums[i - from] += e[i];
      }
    }
  }

  @Override
  double value(int from, int to, double[][] scores) {
    double loss = 0;
    for (int i = from; i < to; i++) {
      double max = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < classes; k++) {
        max = Math.max(max, scores[k][i]);
      }
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += Math.exp(scores[k][i] - max);
      }
      loss += weight(i) * (Math.log(sum) + max - scores[codes[i]][i]);
    }
    return loss;
  }
}
