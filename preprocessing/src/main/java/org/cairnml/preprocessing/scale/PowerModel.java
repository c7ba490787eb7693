package org.cairnml.preprocessing.scale;

import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.InvertibleTransformModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** A power transform with a lambda for each numeric column, then a scaling. */
public final class PowerModel extends FittedTransform implements InvertibleTransformModel {

  private final PowerMethod method;
  private final double[] lambdas;
  private final double[] centers;
  private final double[] scales;

  PowerModel(
      Schema schema,
      PowerMethod method,
      double[] lambdas,
      double[] centers,
      double[] scales,
      FitSummary summary) {
    super(schema, schema, summary);
    int d = schema.width();
    if (lambdas.length != d || centers.length != d || scales.length != d) {
      throw new FormatException("the fields of a power transform do not fit " + d + " columns");
    }
    this.method = method;
    this.lambdas = lambdas.clone();
    this.centers = centers.clone();
    this.scales = scales.clone();
  }

  /** The family of transforms. */
  public PowerMethod method() {
    return method;
  }

  /** The lambda of each column (d values, a copy), NaN for a category column. */
  public double[] lambdas() {
    return lambdas.clone();
  }

  /** What is subtracted from each transformed column (d values, a copy). */
  public double[] centers() {
    return centers.clone();
  }

  /** What each column is then divided by (d values, a copy). */
  public double[] scales() {
    return scales.clone();
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.ALLOWED);
    for (int j = 0; j < lambdas.length; j++) {
      if (Double.isNaN(lambdas[j]) || Double.isNaN(row[j])) {
        out[j] = row[j];
      } else {
        if (!method.accepts(row[j])) {
          throw new DataException(PowerTransformer.notPositive(schema().name(j), row[j]));
        }
        out[j] = (method.apply(row[j], lambdas[j]) - centers[j]) / scales[j];
        ScalingModel.requireFinite(out[j], schema(), j, row[j]);
      }
    }
  }

  @Override
  public void inverseInto(double[] transformed, double[] out) {
    for (int j = 0; j < lambdas.length; j++) {
      out[j] =
          Double.isNaN(lambdas[j])
              ? transformed[j]
              : method.invert(transformed[j] * scales[j] + centers[j], lambdas[j]);
      ScalingModel.requireFinite(out[j], schema(), j, transformed[j]);
    }
  }

  @Override
  public String toString() {
    return "PowerModel[" + lambdas.length + " columns, " + method + "]";
  }
}
