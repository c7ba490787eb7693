package org.cairnml.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cairnml.linalg.Matrix;

/** A metric of predicted numbers. {@link #ALL} lists those with a name of their own. */
public final class RegressionMetric implements Metric {

  /** {@link Regression#rmse(double[], double[])}. */
  public static final RegressionMetric RMSE = ofLoss("rmse", Regression::rmse);

  /** {@link Regression#mse(double[], double[])}. */
  public static final RegressionMetric MSE = ofLoss("mse", Regression::mse);

  /** {@link Regression#mae(double[], double[])}. */
  public static final RegressionMetric MAE = ofLoss("mae", Regression::mae);

  /** {@link Regression#r2(double[], double[])}. */
  public static final RegressionMetric R2 = ofScore("r2", Regression::r2);

  /** {@link Regression#explainedVariance(double[], double[])}. */
  public static final RegressionMetric EXPLAINED_VARIANCE =
      ofScore("explained_variance", Regression::explainedVariance);

  /** {@link Regression#medianAbsoluteError(double[], double[])}. */
  public static final RegressionMetric MEDIAN_ABSOLUTE_ERROR =
      ofLoss("median_absolute_error", Regression::medianAbsoluteError);

  /** {@link Regression#maxError(double[], double[])}. */
  public static final RegressionMetric MAX_ERROR = ofLoss("max_error", Regression::maxError);

  /** {@link Regression#mape(double[], double[])}. */
  public static final RegressionMetric MAPE = ofLoss("mape", Regression::mape);

  /** {@link Regression#smape(double[], double[])}. */
  public static final RegressionMetric SMAPE = ofLoss("smape", Regression::smape);

  /** {@link Regression#rmsle(double[], double[])}. */
  public static final RegressionMetric RMSLE = ofLoss("rmsle", Regression::rmsle);

  /** {@link TweedieDeviance#poisson(double[], double[])}. */
  public static final RegressionMetric POISSON_DEVIANCE =
      ofLoss("poisson_deviance", TweedieDeviance::poisson);

  /** {@link TweedieDeviance#gamma(double[], double[])}. */
  public static final RegressionMetric GAMMA_DEVIANCE =
      ofLoss("gamma_deviance", TweedieDeviance::gamma);

  /** All of the above. */
  public static final List<RegressionMetric> ALL =
      List.of(
          RMSE,
          MSE,
          MAE,
          R2,
          EXPLAINED_VARIANCE,
          MEDIAN_ABSOLUTE_ERROR,
          MAX_ERROR,
          MAPE,
          SMAPE,
          RMSLE,
          POISSON_DEVIANCE,
          GAMMA_DEVIANCE);

  /** The value of n true values, n predictions and n weights. */
  @FunctionalInterface
  public interface Score {
    /** Computes the value. */
    double of(double[] truth, double[] predicted, double[] weights);
  }

  private final String name;
  private final boolean greaterIsBetter;
  private final Score score;

  private RegressionMetric(String name, boolean greaterIsBetter, Score score) {
    this.name = Objects.requireNonNull(name, "name");
    this.greaterIsBetter = greaterIsBetter;
    this.score = Objects.requireNonNull(score, "score");
  }

  /** A metric of one's own of which higher is better. */
  public static RegressionMetric ofScore(String name, Score score) {
    return new RegressionMetric(name, true, score);
  }

  /** A metric of one's own of which lower is better. */
  public static RegressionMetric ofLoss(String name, Score score) {
    return new RegressionMetric(name, false, score);
  }

  /** {@link PinballLoss} for a quantile, named for example pinball_0.9. */
  public static RegressionMetric pinball(double alpha) {
    return ofLoss("pinball_" + alpha, (y, p, w) -> PinballLoss.mean(y, p, alpha, w));
  }

  /**
   * The metric of this name.
   *
   * @throws IllegalArgumentException if there is none, with the names that there are
   */
  public static RegressionMetric named(String name) {
    return MetricNames.find(name, ALL);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean greaterIsBetter() {
    return greaterIsBetter;
  }

  /**
   * The value of n true values and n predictions.
   *
   * @throws org.cairnml.base.DataException if they cannot be compared
   */
  public double value(double[] truth, double[] predicted) {
    return value(truth, predicted, Weights.ones(truth.length));
  }

  /** The same with a weight for each row. */
  public double value(double[] truth, double[] predicted, double[] weights) {
    return score.of(truth, predicted, weights);
  }

  /**
   * The value of each of several targets.
   *
   * @param truth (n x targets)
   * @param predicted (n x targets)
   * @throws org.cairnml.base.DataException if they cannot be compared
   */
  public double[] values(Matrix truth, Matrix predicted) {
    return values(truth, predicted, Weights.ones(truth.rows()));
  }

  /** The same with a weight for each row. */
  public double[] values(Matrix truth, Matrix predicted, double[] weights) {
    Require.sameShape(truth, predicted);
    double[] values = new double[truth.cols()];
    Arrays.setAll(
        values, t -> value(truth.column(t).toArray(), predicted.column(t).toArray(), weights));
    return values;
  }

  @Override
  public String toString() {
    return name;
  }
}
