package org.cairnml.preprocessing.scale;

import java.util.Arrays;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Schema.Missing;
import org.cairnml.preprocessing.column.ColumnValues;

/**
 * A scaling that learns each numeric column from its values alone.
 *
 * @param name of the scaler, for the listener
 * @param low the least result, minus infinity for no bound
 * @param high the greatest result, infinity for no bound
 */
record ColumnScaling(String name, double low, double high) {

  /**
   * What is subtracted from the values of a column, and what they are then divided by.
   *
   * @param center 0 for a column that is not moved
   * @param scale 1 for a column that keeps its scale
   */
  record Line(double center, double scale) {}

  /** How the values of a column are scaled; there is one at least. */
  interface Rule {
    Line of(ColumnValues values);
  }

  ScalingModel fit(Dataset data, FitOptions options, Rule rule) {
    data.checkDense(Missing.ALLOWED);
    FitMonitor monitor = options.monitor(name, 1);
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
                Line line = rule.of(values);
                centers[j] = line.center();
                scales[j] = line.scale();
                ScalingModel.requireFinite(
                    data.schema().name(j), ColumnValues.range(data, j), centers[j], scales[j]);
              }
            });
    monitor.step(Double.NaN);
    return new ScalingModel(
        data.schema(), centers, scales, low, high, monitor.summary(1, true, Double.NaN));
  }
}
