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

/**
 * Brings every numeric column to mean 0 and standard deviation 1: {@code (x - mean) / deviation},
 * with the weighted mean and the deviation of divisor n, as scikit-learn does.
 *
 * <p>A column that varies by no more than rounding keeps its scale: it is centred and divided by 1.
 * NaN is left out when learning and stays NaN; category columns pass through unchanged.
 *
 * @param center whether to subtract the mean
 * @param scale whether to divide by the standard deviation
 */
@Summary("Scales numeric columns to mean 0 and standard deviation 1")
public record StandardScaler(
    @Param("Whether to subtract the mean") boolean center,
    @Param("Whether to divide by the standard deviation") boolean scale)
    implements Transformer<ScalingModel>, HandlesMissing, HandlesCategories, StandardScalerParams {

  /** Use {@code new StandardScaler()} and its {@code with} methods instead. */
  public StandardScaler {
    StandardScalerParams.check(center, scale);
  }

  /** Centres and scales. */
  public StandardScaler() {
    this(true, true);
  }

  @Override
  public ScalingModel fit(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("standard-scaler", 1);
    Moments moments = Moments.of(data, options.workers());
    double[] centers = new double[data.cols()];
    double[] scales = new double[data.cols()];
    Arrays.fill(scales, 1);
    for (int j = 0; j < data.cols(); j++) {
      if (!data.schema().get(j).isCategory()) {
        moments.requireFinite(j, data.schema().name(j));
        centers[j] = center ? moments.mean()[j] : 0;
        scales[j] = scale && !moments.isConstant(j) ? Math.sqrt(moments.variance(j)) : 1;
      }
    }
    monitor.step(Double.NaN);
    return new ScalingModel(data.schema(), centers, scales, monitor.summary(1, true, Double.NaN));
  }
}
