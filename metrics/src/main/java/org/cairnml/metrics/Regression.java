package org.cairnml.metrics;

/**
 * How far predicted numbers are from the true ones. Every metric takes the n true values and the n
 * predictions, optionally a weight for each row: 2 counts as the row twice.
 *
 * <p>Values and predictions must be finite and as many of each, else there is a {@link
 * org.cairnml.base.DataException} that names the row.
 */
public final class Regression {

  private Regression() {}

  /** Mean of |y - p|. */
  public static double mae(double[] truth, double[] predicted) {
    return mae(truth, predicted, Weights.ones(truth.length));
  }

  /** Weighted mean of |y - p|. */
  public static double mae(double[] truth, double[] predicted, double[] weights) {
    return mean(truth, predicted, weights, (y, p) -> Math.abs(y - p));
  }

  /** Mean of (y - p)^2. */
  public static double mse(double[] truth, double[] predicted) {
    return mse(truth, predicted, Weights.ones(truth.length));
  }

  /** Weighted mean of (y - p)^2. */
  public static double mse(double[] truth, double[] predicted, double[] weights) {
    return mean(truth, predicted, weights, (y, p) -> (y - p) * (y - p));
  }

  /** Square root of {@link #mse(double[], double[])}. */
  public static double rmse(double[] truth, double[] predicted) {
    return Math.sqrt(mse(truth, predicted));
  }

  /** Square root of {@link #mse(double[], double[], double[])}. */
  public static double rmse(double[] truth, double[] predicted, double[] weights) {
    return Math.sqrt(mse(truth, predicted, weights));
  }

  /**
   * 1 - sum (y - p)^2 / sum (y - mean y)^2: the share of the variance that is predicted; negative
   * if the mean would have been better, {@code NaN} if all true values are equal.
   */
  public static double r2(double[] truth, double[] predicted) {
    return r2(truth, predicted, Weights.ones(truth.length));
  }

  /** The same with a weight for each row. */
  public static double r2(double[] truth, double[] predicted, double[] weights) {
    double residual = mse(truth, predicted, weights);
    double mean = mean(truth, truth, weights, (y, p) -> y);
    double spread = mean(truth, truth, weights, (y, p) -> (y - mean) * (y - mean));
    return isConstant(truth, weights) ? Double.NaN : 1 - residual / spread;
  }

  private static boolean isConstant(double[] values, double[] weights) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      if (weights[i] > 0) {
        smallest = Math.min(smallest, values[i]);
        largest = Math.max(largest, values[i]);
      }
    }
    return smallest == largest;
  }

  private static double mean(double[] truth, double[] predicted, double[] weights, Loss loss) {
    Require.numbers(truth, predicted);
    Weights.check(truth.length, weights);
    double sum = 0;
    double total = 0;
    for (int i = 0; i < truth.length; i++) {
      sum += weights[i] * loss.of(truth[i], predicted[i]);
      total += weights[i];
    }
    return sum / total;
  }

  /** The loss of one row. */
  @FunctionalInterface
  private interface Loss {
    double of(double truth, double predicted);
  }
}
