package org.cairnml.preprocessing.outlier;

import org.cairnml.preprocessing.column.ColumnValues;

/** How far from the others a value may lie. A column without spread has no outliers. */
public enum OutlierRule {
  /** Quartiles and multiples of the distance between them; 1.5 is usual (Tukey). */
  IQR {
    @Override
    double[] bounds(ColumnValues values, double factor) {
      double low = values.quantile(0.25);
      double high = values.quantile(0.75);
      double distance = factor * (high - low);
      return distance == 0 ? UNBOUNDED.clone() : new double[] {low - distance, high + distance};
    }
  },
  /** The mean and multiples of the standard deviation (division by n); 3 is usual. */
  Z_SCORE {
    @Override
    double[] bounds(ColumnValues values, double factor) {
      return around(values.mean(), factor * Math.sqrt(values.variance()));
    }
  },
  /**
   * The median and multiples of the median absolute deviation over 0.6745, which is the standard
   * deviation of normal values; 3.5 is usual (Iglewicz and Hoaglin 1993).
   */
  MAD {
    @Override
    double[] bounds(ColumnValues values, double factor) {
      double median = values.median();
      double deviation = values.distancesFrom(median).median();
      return around(median, factor * deviation / NORMAL_QUARTILE);
    }
  };

  private static final double NORMAL_QUARTILE = 0.6744897501960817;
  private static final double[] UNBOUNDED = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};

  /** The least and the greatest value that is no outlier. */
  abstract double[] bounds(ColumnValues values, double factor);

  private static double[] around(double center, double distance) {
    return distance > 0 ? new double[] {center - distance, center + distance} : UNBOUNDED.clone();
  }
}
