package org.cairnml.preprocessing.scale;

import java.util.Arrays;
import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.InvertibleTransformModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.SparseBuilder;
import org.cairnml.linalg.SparseMatrix;

/**
 * Subtracts a number from each column, then divides it by another, then where so asked clips it.
 * NaN stays NaN; category columns are not changed.
 */
public final class ScalingModel extends FittedTransform implements InvertibleTransformModel {

  private final double[] centers;
  private final double[] scales;
  private final double low;
  private final double high;

  ScalingModel(Schema schema, double[] centers, double[] scales, FitSummary summary) {
    this(schema, centers, scales, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, summary);
  }

  ScalingModel(
      Schema schema,
      double[] centers,
      double[] scales,
      double low,
      double high,
      FitSummary summary) {
    super(schema, schema, summary);
    if (centers.length != schema.width() || scales.length != schema.width()) {
      throw new FormatException(
          "a scaling of "
              + schema.width()
              + " columns has "
              + centers.length
              + " centers and "
              + scales.length
              + " scales");
    }
    this.centers = centers.clone();
    this.scales = scales.clone();
    this.low = low;
    this.high = high;
  }

  /**
   * Refuses a column whose values overflow on the way.
   *
   * @param range its least and its greatest value in training
   */
  static void requireFinite(String column, double[] range, double center, double scale) {
    double low = (range[0] - center) / scale;
    double high = (range[1] - center) / scale;
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      throw new DataException(
          "column '"
              + column
              + "': its values, from "
              + range[0]
              + " to "
              + range[1]
              + ", cannot be scaled within the range of a double; divide them by a constant, or"
              + " check the outliers");
    }
  }

  /**
   * Refuses a result that is no number, of a value that is one.
   *
   * @throws DataException that names column, value and cure
   */
  static void requireFinite(double result, Schema schema, int j, double value) {
    if (!Double.isFinite(result) && !Double.isNaN(value)) {
      throw new DataException(
          "column '"
              + schema.name(j)
              + "': the value is "
              + value
              + ", too far from those of training to be scaled within the range of a double;"
              + " correct it, or hold the column to bounds first, by OutlierBounds for instance");
    }
  }

  /** What is subtracted from each column (d values, a copy); 0 for a category column. */
  public double[] centers() {
    return centers.clone();
  }

  /** What each column is then divided by (d values, a copy); 1 for a category column. */
  public double[] scales() {
    return scales.clone();
  }

  /** The least result for a numeric column, minus infinity if there is no bound. */
  public double low() {
    return low;
  }

  /** The greatest result for a numeric column, infinity if there is no bound. */
  public double high() {
    return high;
  }

  private boolean clips() {
    return low > Double.NEGATIVE_INFINITY || high < Double.POSITIVE_INFINITY;
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.ALLOWED);
    for (int j = 0; j < centers.length; j++) {
      out[j] = scaled(row[j], j);
    }
  }

  /** Sparse features stay sparse where nothing is subtracted and 0 lies within the bounds. */
  @Override
  public Dataset transform(Dataset data) {
    boolean keepsZeros = Arrays.stream(centers).allMatch(c -> c == 0) && low <= 0 && high >= 0;
    if (!data.isSparse() || !keepsZeros) {
      return InvertibleTransformModel.super.transform(data);
    }
    SparseMatrix x = data.sparse();
    schema().check(x, Missing.ALLOWED);
    var builder = new SparseBuilder(x.cols());
    for (int i = 0; i < x.rows(); i++) {
      for (int p = x.start(i); p < x.start(i + 1); p++) {
        builder.add(x.column(p), scaled(x.value(p), x.column(p)));
      }
      builder.endRow();
    }
    return data.withFeatures(builder.build(), output());
  }

  private double scaled(double value, int j) {
    double scaled = (value - centers[j]) / scales[j];
    requireFinite(scaled, schema(), j, value);
    return clips() && !schema().get(j).isCategory()
        ? Math.min(high, Math.max(low, scaled))
        : scaled;
  }

  @Override
  public void inverseInto(double[] transformed, double[] out) {
    schema().check(transformed, Missing.ALLOWED);
    for (int j = 0; j < centers.length; j++) {
      out[j] = transformed[j] * scales[j] + centers[j];
      requireFinite(out[j], schema(), j, transformed[j]);
    }
  }

  @Override
  public String toString() {
    return "ScalingModel[" + centers.length + " columns]";
  }
}
