package org.cairnml.linear;

import java.util.function.IntConsumer;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.linalg.backend.Backend;

/** The rows of a data set, dense or sparse, for methods that look at one row at a time. */
interface FeatureRows {

  /** The sum of the products of row {@code i} and the weights (d). */
  double dot(int i, double[] weights);

  /** Adds row {@code i}, times the factor, to the sums (d). */
  void addTo(int i, double factor, double[] sums);

  /** Tells the columns in which row {@code i} is not 0, ascending. */
  void columns(int i, IntConsumer each);

  /** The rows of these data. */
  static FeatureRows of(Dataset data) {
    return data.isSparse() ? new Sparse(data.sparse()) : new Dense(data.x(), Backends.get());
  }

  /** Rows of a matrix. */
  record Dense(Matrix x, Backend backend) implements FeatureRows {

    @Override
    public double dot(int i, double[] weights) {
      return backend.dot(x.cols(), x.data(), x.offset() + i * x.stride(), weights, 0);
    }

    @Override
    public void addTo(int i, double factor, double[] sums) {
      backend.axpy(x.cols(), factor, x.data(), x.offset() + i * x.stride(), sums, 0);
    }

    @Override
    public void columns(int i, IntConsumer each) {
      for (int j = 0; j < x.cols(); j++) {
        if (x.get(i, j) != 0) {
          each.accept(j);
        }
      }
    }
  }

  /** Rows of a sparse matrix. */
  record Sparse(SparseMatrix x) implements FeatureRows {

    @Override
    public double dot(int i, double[] weights) {
      return x.rowDot(i, weights);
    }

    @Override
    public void addTo(int i, double factor, double[] sums) {
      for (int p = x.start(i); p < x.start(i + 1); p++) {
        sums[x.column(p)] += factor * x.value(p);
      }
    }

    @Override
    public void columns(int i, IntConsumer each) {
      for (int p = x.start(i); p < x.start(i + 1); p++) {
        each.accept(x.column(p));
      }
    }
  }
}
