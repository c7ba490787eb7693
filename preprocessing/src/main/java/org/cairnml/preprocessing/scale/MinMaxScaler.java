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
 * Brings every numeric column to a range: its least training value becomes {@code low}, its
 * greatest {@code high}. The defaults are those of scikit-learn.
 *
 * <p>A constant column becomes {@code low}. NaN is left out when learning and stays NaN; category
 * columns pass through unchanged.
 *
 * @param low what the least value becomes
 * @param high what the greatest value becomes
 * @param clip whether values outside the training range are held to {@code low} and {@code high}
 */
@Summary("Scales numeric columns to a range, from 0 to 1 by default")
public record MinMaxScaler(
    @Param(value = "What the least value becomes", range = "(-inf, inf)") double low,
    @Param(value = "What the greatest value becomes", range = "(-inf, inf)") double high,
    @Param("Whether to hold new values to the range") boolean clip)
    implements Transformer<ScalingModel>, HandlesMissing, HandlesCategories, MinMaxScalerParams {

  /** Use {@code new MinMaxScaler()} and its {@code with} methods instead. */
  public MinMaxScaler {
    MinMaxScalerParams.check(low, high, clip);
    if (low >= high) {
      throw new IllegalArgumentException(
          "MinMaxScaler: low must be less than high, but they are " + low + " and " + high);
    }
  }

  /** From 0 to 1, without clipping. */
  public MinMaxScaler() {
    this(0, 1, false);
  }

  @Override
  public ScalingModel fit(Dataset data, FitOptions options) {
    var scaling =
        new ColumnScaling(
            "min-max-scaler",
            clip ? low : Double.NEGATIVE_INFINITY,
            clip ? high : Double.POSITIVE_INFINITY);
    return scaling.fit(data, options, this::line);
  }

  private ColumnScaling.Line line(ColumnValues values) {
    double range = values.max() - values.min();
    double scale = (range > 0 ? range : 1) / (high - low);
    return new ColumnScaling.Line(values.min() - low * scale, scale);
  }
}
