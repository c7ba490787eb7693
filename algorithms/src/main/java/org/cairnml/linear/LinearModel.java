package org.cairnml.linear;

import org.cairnml.base.Workers;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.linalg.Vector;
import org.cairnml.linalg.backend.Backend;

/** A prediction that is a weighted sum of the features plus an intercept. */
public final class LinearModel implements LinearCoefficients {
  // A value that is not finite makes a prediction that is not: rows are looked at only then.

  private static final int PART_ROWS = 4096;

  private final Schema schema;
  private final double[] coefficients;
  private final double intercept;
  private final FitSummary summary;

  LinearModel(Schema schema, Vector coefficients, double intercept, FitSummary summary) {
    this.schema = schema;
    this.coefficients = coefficients.toArray();
    this.intercept = intercept;
    this.summary = summary;
  }

  @Override
  public double[] coefficients() {
    return coefficients.clone();
  }

  @Override
  public double intercept() {
    return intercept;
  }

  @Override
  public double predict(double[] row) {
    if (row.length != coefficients.length) {
      schema.check(row, Missing.REFUSED);
    }
    double prediction = intercept + Backends.get().dot(row.length, row, 0, coefficients, 0);
    if (!Double.isFinite(prediction)) {
      schema.check(row, Missing.REFUSED);
    }
    return prediction;
  }

  @Override
  public Vector predict(Matrix x) {
    if (x.cols() != coefficients.length) {
      schema.check(x, Missing.REFUSED);
    }
    double[] all = new double[x.rows()];
    Backend backend = Backends.get();
    Workers.standard()
        .ranges(
            x.rows(),
            PART_ROWS,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                int row = x.offset() + i * x.stride();
                all[i] = intercept + backend.dot(x.cols(), x.data(), row, coefficients, 0);
              }
            });
    if (!areFinite(all)) {
      schema.check(x, Missing.REFUSED);
    }
    return Vector.wrap(all);
  }

  @Override
  public Vector predict(SparseMatrix x) {
    schema.check(x, Missing.REFUSED);
    double[] all = x.times(Vector.wrap(coefficients)).toArray();
    for (int i = 0; i < all.length; i++) {
      all[i] += intercept;
    }
    return Vector.wrap(all);
  }

  private static boolean areFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public FitSummary summary() {
    return summary;
  }

  @Override
  public String toString() {
    return "LinearModel[" + coefficients.length + " features, intercept " + intercept + "]";
  }
}
