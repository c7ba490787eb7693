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
 * Divides every numeric column by its greatest absolute value in training, so that zeros stay
 * zeros.
 *
 * <p>A column of zeros stays as it is. NaN is left out when learning and stays NaN; category
 * columns pass through unchanged.
 *
 * @param clip whether results outside -1 to 1 are held to that range
 */
@Summary("Divides numeric columns by their greatest absolute value")
public record MaxAbsScaler(@Param("Whether to hold new values to the range") boolean clip)
    implements Transformer<ScalingModel>, HandlesMissing, HandlesCategories, MaxAbsScalerParams {

  /** Use {@code new MaxAbsScaler()} and its {@code with} methods instead. */
  public MaxAbsScaler {
    MaxAbsScalerParams.check(clip);
  }

  /** Without clipping, as scikit-learn. */
  public MaxAbsScaler() {
    this(false);
  }

  @Override
  public ScalingModel fit(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("max-abs-scaler", 1);
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
                double largest = Math.max(Math.abs(values.min()), Math.abs(values.max()));
                scales[j] = largest > 0 ? largest : 1;
                ScalingModel.requireFinite(
                    data.schema().name(j), ColumnValues.range(data, j), centers[j], scales[j]);
              }
            });
    monitor.step(Double.NaN);
    return new ScalingModel(
        data.schema(),
        centers,
        scales,
        clip ? -1 : Double.NEGATIVE_INFINITY,
        clip ? 1 : Double.POSITIVE_INFINITY,
        monitor.summary(1, true, Double.NaN));
  }
}
