package org.cairnml.preprocessing.scale;

import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** Divides the numbers of each row by the length of the row. */
public final class NormalizerModel extends FittedTransform {

  private final Norm norm;

  NormalizerModel(Schema schema, Norm norm, FitSummary summary) {
    super(schema, schema, summary);
    this.norm = norm;
  }

  /** How the length is measured. */
  public Norm norm() {
    return norm;
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.REFUSED);
    double length = length(row);
    for (int j = 0; j < row.length; j++) {
      out[j] = length > 0 && !schema().get(j).isCategory() ? row[j] / length : row[j];
    }
  }

  /** Squares are taken relative to the largest value, so that they neither overflow nor vanish. */
  private double length(double[] row) {
    double largest = 0;
    for (int j = 0; j < row.length; j++) {
      largest = schema().get(j).isCategory() ? largest : Math.max(largest, Math.abs(row[j]));
    }
    if (norm == Norm.MAX || largest == 0) {
      return largest;
    }
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      double share = schema().get(j).isCategory() ? 0 : Math.abs(row[j]) / largest;
      sum += norm == Norm.L1 ? share : share * share;
    }
    return largest * (norm == Norm.L1 ? sum : Math.sqrt(sum));
  }

  @Override
  public String toString() {
    return "NormalizerModel[" + norm + "]";
  }
}
