package org.cairnml.preprocessing.scale;

import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;
import org.cairnml.linalg.SparseMatrix;

/**
 * Divides every numeric column by its greatest absolute value in training, so that zeros stay
 * zeros, and sparse features sparse.
 *
 * <p>A column of zeros stays as it is. NaN is left out when learning and stays NaN; category
 * columns pass through unchanged.
 *
 * @param clip whether results outside -1 to 1 are held to that range
 */
@Summary("Divides numeric columns by their greatest absolute value")
public record MaxAbsScaler(@Param("Whether to hold new values to the range") boolean clip)
    implements Transformer<ScalingModel>,
        HandlesMissing,
        HandlesCategories,
        HandlesSparse,
        MaxAbsScalerParams {

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
    double[] scales = largest(data.withoutZeroWeights());
    double[] range = largest(data);
    for (int j = 0; j < scales.length; j++) {
      boolean unchanged = scales[j] == 0 || data.schema().get(j).isCategory();
      scales[j] = unchanged ? 1 : scales[j];
      ScalingModel.requireFinite(
          data.schema().name(j), new double[] {-range[j], range[j]}, 0, scales[j]);
    }
    monitor.step(Double.NaN);
    return new ScalingModel(
        data.schema(),
        new double[data.cols()],
        scales,
        clip ? -1 : Double.NEGATIVE_INFINITY,
        clip ? 1 : Double.POSITIVE_INFINITY,
        monitor.summary(1, true, Double.NaN));
  }

  /** The greatest absolute value of each column, 0 of none. */
  private static double[] largest(Dataset data) {
    double[] largest = new double[data.cols()];
    for (int i = 0; i < data.rows(); i++) {
      if (data.isSparse()) {
        SparseMatrix x = data.sparse();
        for (int p = x.start(i); p < x.start(i + 1); p++) {
          enlarge(largest, x.column(p), x.value(p));
        }
      } else {
        for (int j = 0; j < largest.length; j++) {
          enlarge(largest, j, data.x().get(i, j));
        }
      }
    }
    return largest;
  }

  private static void enlarge(double[] largest, int j, double value) {
    if (Math.abs(value) > largest[j]) {
      largest[j] = Math.abs(value);
    }
  }
}
