package org.cairnml.linalg;

import java.util.Arrays;
import org.cairnml.linalg.backend.Backend;

/**
 * Householder reflections I - tau v v' that are applied one by one, to matrices of so few rows that
 * blocks cost more than they save. Vector k stands in row k of an array from an element on where
 * its first one, 1, is written out.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., section 5.1.
 */
final class Reflections {
  // Matrices are row-major, with rows of whole vectors. A reflection of columns begins with whole
  // vectors too: what lies before the columns wanted is zero, or is not needed any more.

  /** Numbers in a vector at most, on the machines of today. */
  private static final int LANES = 8;

  private final Backend backend = Backends.get();
  private final int length;
  private final double[] vectors;
  private final int ld;
  private final double[] tau;

  /** Vectors are {@code length} long if counted from the beginning of their rows. */
  Reflections(int length, double[] vectors, int ld, double[] tau) {
    this.length = length;
    this.vectors = vectors;
    this.ld = ld;
    this.tau = tau;
  }

  /** The least length of rows of whole vectors that hold {@code n} numbers. */
  static int padded(int n) {
    return (n + LANES - 1) / LANES * LANES;
  }

  /** The same rows (m x n), without gaps, as rows of whole vectors. */
  static double[] pad(int m, int n, double[] rows) {
    int wide = padded(n);
    double[] result = new double[m * wide];
    for (int i = 0; i < m; i++) {
      System.arraycopy(rows, i * n, result, i * wide, n);
    }
    return result;
  }

  /**
   * Makes what stands in row {@code k} from element {@code first} on the vector of a reflection
   * that takes it to a multiple of the first unit vector, which is returned.
   */
  double make(int k, int first) {
    int at = k * ld + first;
    int end = k * ld + length;
    double alpha = vectors[at];
    vectors[at] = 1;
    double squares = 0;
    for (int j = at + 1; j < end; j++) {
      squares += vectors[j] * vectors[j];
    }
    if (squares < Scale.TINY * Scale.TINY) {
      Arrays.fill(vectors, at + 1, end, 0);
      tau[k] = 0;
      return alpha;
    }
    double beta = -Math.copySign(Math.sqrt(alpha * alpha + squares), alpha);
    double scale = 1 / (alpha - beta);
    for (int j = at + 1; j < end; j++) {
      vectors[j] *= scale;
    }
    tau[k] = (beta - alpha) / beta;
    return beta;
  }

  /** Rows {@code first} on of A (rows of length {@code lda}), right of a column, become H A. */
  void reflectRows(int k, int first, double[] a, int lda, int column) {
    int from = column / LANES * LANES;
    if (tau[k] != 0 && from < lda) {
      backend.reflectRows(
          length - first, lda - from, tau[k], vectors, k * ld + first, a, first * lda + from, lda);
    }
  }

  /** Rows {@code from} to {@code to} of A (rows of length {@code lda}) become A H. */
  void reflectColumns(int k, int first, double[] a, int lda, int from, int to) {
    if (tau[k] == 0) {
      return;
    }
    int row = from;
    for (; row + 3 < to; row += 4) {
      reflectFour(k, first, a, row * lda, lda);
    }
    for (; row < to; row++) {
      reflectOne(k, first, a, row * lda);
    }
  }

  private void reflectFour(int k, int first, double[] a, int p, int lda) {
    int v = k * ld;
    int q = p + lda;
    int r = q + lda;
    int s = r + lda;
    double alongP = 0;
    double alongQ = 0;
    double alongR = 0;
    double alongS = 0;
    for (int j = first; j < length; j++) {
      double vj = vectors[v + j];
      alongP += a[p + j] * vj;
      alongQ += a[q + j] * vj;
      alongR += a[r + j] * vj;
      alongS += a[s + j] * vj;
    }
    alongP *= tau[k];
    alongQ *= tau[k];
    alongR *= tau[k];
    alongS *= tau[k];
    for (int j = first; j < length; j++) {
      double vj = vectors[v + j];
      a[p + j] -= alongP * vj;
      a[q + j] -= alongQ * vj;
      a[r + j] -= alongR * vj;
      a[s + j] -= alongS * vj;
    }
  }

  private void reflectOne(int k, int first, double[] a, int row) {
    int v = k * ld;
    double along = 0;
    for (int j = first; j < length; j++) {
      along += a[row + j] * vectors[v + j];
    }
    along *= tau[k];
    for (int j = first; j < length; j++) {
      a[row + j] -= along * vectors[v + j];
    }
  }

  /**
   * The first {@code count} columns of H_0 H_1 ...; vector k begins in element k + {@code shift}.
   */
  Matrix product(int shift, int count) {
    int wide = padded(count);
    double[] q = new double[length * wide];
    for (int i = 0; i < count; i++) {
      q[i * wide + i] = 1;
    }
    for (int k = count - shift - 1; k >= 0; k--) {
      reflectRows(k, k + shift, q, wide, k + shift);
    }
    return Matrix.wrap(q, 0, length, count, wide);
  }

  /** The same, transposed, with rows of whole vectors. */
  Matrix transposedProduct(int shift, int count) {
    Matrix q = product(shift, count);
    int wide = padded(length);
    double[] rows = new double[count * wide];
    for (int i = 0; i < length; i++) {
      for (int j = 0; j < count; j++) {
        rows[j * wide + i] = q.data()[i * q.stride() + j];
      }
    }
    return Matrix.wrap(rows, 0, count, length, wide);
  }
}
