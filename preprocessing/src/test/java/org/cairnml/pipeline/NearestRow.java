package org.cairnml.pipeline;

import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;

/** The number of the nearest training row. */
public record NearestRow() implements Regressor<NearestRow.Fitted> {

  @Override
  public Fitted fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    var monitor = options.monitor("nearest-row", 1);
    return new Fitted(data.schema(), data.x(), data.target(), monitor.summary(1, true, Double.NaN));
  }

  /** The training rows. */
  public record Fitted(Schema schema, Matrix x, double[] y, FitSummary summary)
      implements RegressionModel {

    @Override
    public double predict(double[] row) {
      schema.check(row, Missing.REFUSED);
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < x.rows(); i++) {
        double distance = 0;
        for (int j = 0; j < row.length; j++) {
          distance += (row[j] - x.get(i, j)) * (row[j] - x.get(i, j));
        }
        if (distance < least) {
          least = distance;
          best = i;
        }
      }
      return y[best];
    }
  }
}
