package org.cairnml.preprocessing.scale;

import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;
import org.cairnml.preprocessing.column.ColumnValues;

/**
 * Subtracts the median of every numeric column and divides by the distance of two quantiles, which
 * outliers hardly move. The defaults are those of scikit-learn. Quantiles are interpolated linearly
 * between neighbours; a row of weight 2 counts as two.
 *
 * <p>A column whose quantiles coincide keeps its scale. NaN is left out when learning and stays
 * NaN; category columns pass through unchanged.
 *
 * @param center whether to subtract the median
 * @param scale whether to divide by the distance of the quantiles
 * @param lower the lower quantile
 * @param upper the upper quantile
 */
@Summary("Scales numeric columns by median and quantile range")
public record RobustScaler(
    @Param("Whether to subtract the median") boolean center,
    @Param("Whether to divide by the distance of the quantiles") boolean scale,
    @Param(value = "The lower quantile", range = "[0, 0.5)") double lower,
    @Param(value = "The upper quantile", range = "(0.5, 1]") double upper)
    implements Transformer<ScalingModel>, HandlesMissing, HandlesCategories, RobustScalerParams {

  /** Use {@code new RobustScaler()} and its {@code with} methods instead. */
  public RobustScaler {
    RobustScalerParams.check(center, scale, lower, upper);
  }

  /** Median and the quartiles 0.25 and 0.75. */
  public RobustScaler() {
    this(true, true, 0.25, 0.75);
  }

  @Override
  public ScalingModel fit(Dataset data, FitOptions options) {
    var scaling =
        new ColumnScaling("robust-scaler", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    return scaling.fit(data, options, this::line);
  }

  private ColumnScaling.Line line(ColumnValues values) {
    double range = values.quantile(upper) - values.quantile(lower);
    return new ColumnScaling.Line(
        center ? values.quantile(0.5) : 0, scale && range > 0 ? range : 1);
  }
}
