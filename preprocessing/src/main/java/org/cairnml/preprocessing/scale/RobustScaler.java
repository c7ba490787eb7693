package org.cairnml.preprocessing.scale;

import java.util.Arrays;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
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
    data.checkDense(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("robust-scaler", 1);
    double[] centers = new double[data.cols()];
    double[] scales = new double[data.cols()];
    Arrays.fill(scales, 1);
    options
        .workers()
        .run(
            data.cols(),
            j -> {
              ColumnValues values = ColumnValues.of(data, j);
              if (!data.schema().get(j).isCategory() && !values.isEmpty()) {
                double range = values.quantile(upper) - values.quantile(lower);
                centers[j] = center ? values.quantile(0.5) : 0;
                scales[j] = scale && range > 0 ? range : 1;
                ScalingModel.requireFinite(
                    data.schema().name(j), ColumnValues.range(data, j), centers[j], scales[j]);
              }
            });
    monitor.step(Double.NaN);
    return new ScalingModel(data.schema(), centers, scales, monitor.summary(1, true, Double.NaN));
  }
}
