package org.cairnml.linear;

import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;

/**
 * The monotone function of one feature with the least weighted sum of squared errors; straight
 * lines between what it finds at the training rows.
 *
 * <p>As in scikit-learn, but for values beyond the training rows: the default is the prediction at
 * the nearer end, where scikit-learn answers NaN.
 *
 * <p>Source: see {@link IsotonicCurve}.
 *
 * @param trend which way the function may go
 * @param outOfRange what is said of values beyond the training rows
 * @param low predictions below are raised to this
 * @param high predictions above are lowered to this
 * @param feature the name of the feature; empty if the data have but one column
 */
@Summary("The best monotone function of one feature")
public record IsotonicRegression(
    @Param("Which way the function may go") Trend trend,
    @Param("What is said of values beyond the training rows") OutOfRange outOfRange,
    @Param("The least prediction") double low,
    @Param("The largest prediction") double high,
    @Param("The name of the feature; empty if there is but one") String feature)
    implements Regressor<IsotonicModel>, IsotonicRegressionParams {

  /** Checks the ranges; use {@code new IsotonicRegression().withTrend(...)} instead. */
  public IsotonicRegression {
    IsotonicRegressionParams.check(trend, outOfRange, low, high, feature);
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "low must be at most high, but they were " + low + " and " + high);
    }
  }

  /** Increasing, clipped, without bounds, of the only column. */
  public IsotonicRegression() {
    this(Trend.INCREASING, OutOfRange.CLIP, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "");
  }

  @Override
  public IsotonicModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor = options.monitor("isotonic-regression", 1);
    int column = column(data);
    double[] x = data.x().column(column).toArray();
    double[] y = data.target();
    double[] weights = data.weights();
    IsotonicCurve curve = IsotonicCurve.fit(x, y, weights, trend).within(low, high);
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      double error = y[i] - curve.at(x[i]);
      squares += weights[i] * error * error;
    }
    monitor.step(squares);
    return new IsotonicModel(
        data.schema(), column, curve, outOfRange, monitor.summary(1, true, squares));
  }

  private int column(Dataset data) {
    if (feature.isEmpty()) {
      if (data.cols() != 1) {
        throw new DataException(
            "isotonic regression is of one feature, but there are "
                + data.cols()
                + " columns; name the one with withFeature(...)");
      }
      return 0;
    }
    int column = data.schema().names().indexOf(feature);
    if (column < 0) {
      throw new DataException(
          "there is no feature '" + feature + "' among " + data.schema().names());
    }
    return column;
  }
}
