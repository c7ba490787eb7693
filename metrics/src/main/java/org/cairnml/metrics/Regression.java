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
    double spread = spread(truth, weights);
    return isConstant(truth, weights) ? Double.NaN : 1 - residual / spread;
  }

  /**
   * 1 - var(y - p) / var(y): as {@link #r2(double[], double[])}, but a constant error is forgiven;
   * {@code NaN} if all true values are equal.
   */
  public static double explainedVariance(double[] truth, double[] predicted) {
    return explainedVariance(truth, predicted, Weights.ones(truth.length));
  }

  /** The same with a weight for each row. */
  public static double explainedVariance(double[] truth, double[] predicted, double[] weights) {
    double error = mean(truth, predicted, weights, (y, p) -> y - p);
    double left = mean(truth, predicted, weights, (y, p) -> (y - p - error) * (y - p - error));
    double spread = spread(truth, weights);
    return isConstant(truth, weights) ? Double.NaN : 1 - left / spread;
  }

  /** The largest |y - p|. */
  public static double maxError(double[] truth, double[] predicted) {
    return maxError(truth, predicted, Weights.ones(truth.length));
  }

  /** The largest |y - p| of rows of positive weight. */
  public static double maxError(double[] truth, double[] predicted, double[] weights) {
    check(truth, predicted, weights);
    double largest = 0;
    for (int i = 0; i < truth.length; i++) {
      if (weights[i] > 0) {
        largest = Math.max(largest, Math.abs(truth[i] - predicted[i]));
      }
    }
    return largest;
  }

  /** The median of |y - p|; of an even number of rows, the mean of the two in the middle. */
  public static double medianAbsoluteError(double[] truth, double[] predicted) {
    return medianAbsoluteError(truth, predicted, Weights.ones(truth.length));
  }

  /** The same with a weight for each row. */
  public static double medianAbsoluteError(double[] truth, double[] predicted, double[] weights) {
    check(truth, predicted, weights);
    double[] errors = new double[truth.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = Math.abs(truth[i] - predicted[i]);
    }
    return WeightedQuantile.of(errors, weights, 0.5);
  }

  /** Mean of |y - p| / |y|, as a fraction; {@code NaN} if a true value is 0. */
  public static double mape(double[] truth, double[] predicted) {
    return mape(truth, predicted, Weights.ones(truth.length));
  }

  /** The same with a weight for each row. */
  public static double mape(double[] truth, double[] predicted, double[] weights) {
    double mean = mean(truth, predicted, weights, (y, p) -> Math.abs(y - p) / Math.abs(y));
    return Double.isFinite(mean) ? mean : Double.NaN;
  }

  /**
   * Symmetric MAPE: the mean of 2 |y - p| / (|y| + |p|), from 0 to 2; a row where both are 0 counts
   * as 0.
   */
  public static double smape(double[] truth, double[] predicted) {
    return smape(truth, predicted, Weights.ones(truth.length));
  }

  /** The same with a weight for each row. */
  public static double smape(double[] truth, double[] predicted, double[] weights) {
    return mean(
        truth,
        predicted,
        weights,
        (y, p) -> y == p ? 0 : 2 * Math.abs(y - p) / (Math.abs(y) + Math.abs(p)));
  }

  /**
   * Mean of (ln(1 + y) - ln(1 + p))^2.
   *
   * @throws org.cairnml.base.DataException if a value or prediction is negative
   */
  public static double msle(double[] truth, double[] predicted) {
    return msle(truth, predicted, Weights.ones(truth.length));
  }

  /** The same with a weight for each row. */
  public static double msle(double[] truth, double[] predicted, double[] weights) {
    check(truth, predicted, weights);
    Require.atLeastZero("true value", truth, "the logarithmic error");
    Require.atLeastZero("prediction", predicted, "the logarithmic error");
    return mean(
        truth,
        predicted,
        weights,
        (y, p) -> (Math.log1p(y) - Math.log1p(p)) * (Math.log1p(y) - Math.log1p(p)));
  }

  /** Square root of {@link #msle(double[], double[])}. */
  public static double rmsle(double[] truth, double[] predicted) {
    return Math.sqrt(msle(truth, predicted));
  }

  /** Square root of {@link #msle(double[], double[], double[])}. */
  public static double rmsle(double[] truth, double[] predicted, double[] weights) {
    return Math.sqrt(msle(truth, predicted, weights));
  }

  private static double spread(double[] values, double[] weights) {
    double mean = mean(values, values, weights, (y, p) -> y);
    return mean(values, values, weights, (y, p) -> (y - mean) * (y - mean));
  }

  private static void check(double[] truth, double[] predicted, double[] weights) {
    Require.numbers(truth, predicted);
    Weights.check(truth.length, weights);
  }

  static boolean isConstant(double[] values, double[] weights) {
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

  /** The weighted mean of a loss, after the checks that all metrics share. */
  static double mean(double[] truth, double[] predicted, double[] weights, Loss loss) {
    check(truth, predicted, weights);
    return Weights.mean(weights, i -> loss.of(truth[i], predicted[i]));
  }

  /** The loss of one row. */
  @FunctionalInterface
  interface Loss {
    double of(double truth, double predicted);
  }
}
