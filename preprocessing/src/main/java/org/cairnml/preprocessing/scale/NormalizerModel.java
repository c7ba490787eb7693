package org.cairnml.preprocessing.scale;

import org.cairnml.core.Dataset;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.SparseBuilder;
import org.cairnml.linalg.SparseMatrix;

/** Divides the numbers of each row by the length of the row. */
public final class NormalizerModel extends FittedTransform {

  private final Norm norm;
  private final boolean[] category;

  NormalizerModel(Schema schema, Norm norm, FitSummary summary) {
    super(schema, schema, summary);
    this.norm = norm;
    category = new boolean[schema.width()];
    for (int j = 0; j < category.length; j++) {
      category[j] = schema.get(j).isCategory();
    }
  }

  /** How the length is measured. */
  public Norm norm() {
    return norm;
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.REFUSED);
    System.arraycopy(row, 0, out, 0, row.length);
    divide(out, category);
  }

  /** Sparse features stay sparse. */
  @Override
  public Dataset transform(Dataset data) {
    if (!data.isSparse()) {
      return super.transform(data);
    }
    SparseMatrix x = data.sparse();
    schema().check(x, Missing.REFUSED);
    var builder = new SparseBuilder(x.cols());
    for (int i = 0; i < x.rows(); i++) {
      int from = x.start(i);
      double[] values = new double[x.start(i + 1) - from];
      boolean[] without = new boolean[values.length];
      for (int k = 0; k < values.length; k++) {
        values[k] = x.value(from + k);
        without[k] = category[x.column(from + k)];
      }
      divide(values, without);
      for (int k = 0; k < values.length; k++) {
        builder.add(x.column(from + k), values[k]);
      }
      builder.endRow();
    }
    return data.withFeatures(builder.build(), output());
  }

  /** Divides the values by their length, without those that are left as they are. */
  private void divide(double[] values, boolean[] without) {
    double length = length(values, without);
    for (int k = 0; k < values.length && length > 0; k++) {
      values[k] = without[k] ? values[k] : values[k] / length;
    }
  }

  /** Squares are taken relative to the largest value, so that they neither overflow nor vanish. */
  private double length(double[] values, boolean[] without) {
    double largest = 0;
    for (int k = 0; k < values.length; k++) {
      largest = without[k] ? largest : Math.max(largest, Math.abs(values[k]));
    }
    if (norm == Norm.MAX || largest == 0) {
      return largest;
    }
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      double share = without[k] ? 0 : Math.abs(values[k]) / largest;
      sum += norm == Norm.L1 ? share : share * share;
    }
    return largest * (norm == Norm.L1 ? sum : Math.sqrt(sum));
  }

  @Override
  public String toString() {
    return "NormalizerModel[" + norm + "]";
  }
}
