package org.cairnml.linalg.backend;

import org.cairnml.base.Workers;

/**
 * Numeric primitives on raw arrays. A vector is {@code n} contiguous numbers from an offset. A
 * matrix is row-major: element (i, j) stands at {@code offset + i * ld + j}, with {@code ld} at
 * least the number of stored columns. Names and meanings are those of the BLAS.
 *
 * <p>Contract of every implementation, tested by the backend suite:
 *
 * <ul>
 *   <li>Arguments are trusted; callers check once at their own public edge. Outputs do not overlap
 *       inputs unless a method says that they may.
 *   <li>{@code beta == 0} overwrites the output without reading it, NaN included. {@code alpha ==
 *       0} leaves the inputs unread. Otherwise NaN and infinity in inputs reach the output.
 *   <li>For one backend on one machine and JDK, results are bit-identical for any number of
 *       workers, and from run to run.
 *   <li>Errors are at most {@code c k eps |A||B|}, with the length k of the inner product and a
 *       small c. Backends agree with each other only within that.
 * </ul>
 */
@FloatTwin
public interface Kernels {

  /** The workers that large operations are spread over. */
  Workers workers();

  /** Returns x'y. */
  double dot(int n, double[] x, int xOffset, double[] y, int yOffset);

  /** y = alpha x + y. */
  void axpy(int n, double alpha, double[] x, int xOffset, double[] y, int yOffset);

  /** x = alpha x; {@code alpha == 0} sets x to zero. */
  void scal(int n, double alpha, double[] x, int xOffset);

  /** The sum of x. */
  double sum(int n, double[] x, int xOffset);

  /** The sum of |x|. */
  double asum(int n, double[] x, int xOffset);

  /** The squared Euclidean distance of x and y. */
  double squaredDistance(int n, double[] x, int xOffset, double[] y, int yOffset);

  /** The Euclidean length of x, free of overflow and underflow on the way. */
  default double nrm2(int n, double[] x, int xOffset) {
    double squares = dot(n, x, xOffset, x, xOffset);
    if (squares > Norms.SMALLEST_SAFE_SQUARE && squares < Norms.LARGEST_SAFE_SQUARE) {
      return Math.sqrt(squares);
    }
    return Norms.scaledNorm(n, x, xOffset);
  }

  /**
   * The index (from 0, relative to the offset) of the first element of largest magnitude, or of the
   * first NaN; -1 if {@code n == 0}.
   */
  default int iamax(int n, double[] x, int xOffset) {
    int best = n > 0 ? 0 : -1;
    double largest = -1;
    for (int i = 0; i < n; i++) {
      double magnitude = Math.abs(x[xOffset + i]);
      if (magnitude > largest) {
        largest = magnitude;
        best = i;
      } else if (magnitude != magnitude) {
        return i;
      }
    }
    return best;
  }

  /**
   * y = alpha op(A) x + beta y.
   *
   * @param m stored rows of A
   * @param n stored columns of A
   */
  void gemv(
      Transpose transpose,
      int m,
      int n,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double[] x,
      int xOffset,
      double beta,
      double[] y,
      int yOffset);

  /**
   * A = alpha x y' + A, where A is (m x n). As in the BLAS, a row of A stays as it is where {@code
   * alpha x[i]} is 0, also if y is not finite.
   */
  default void ger(
      int m,
      int n,
      double alpha,
      double[] x,
      int xOffset,
      double[] y,
      int yOffset,
      double[] a,
      int aOffset,
      int lda) {
    if (alpha == 0) {
      return;
    }
    for (int i = 0; i < m; i++) {
      axpy(n, alpha * x[xOffset + i], y, yOffset, a, aOffset + i * lda);
    }
  }

  /**
   * C = alpha op(A) op(B) + beta C, where op(A) is (m x k), op(B) is (k x n) and C is (m x n).
   *
   * @param transposeA what op does to A, which is stored (m x k) or (k x m)
   * @param transposeB what op does to B, which is stored (k x n) or (n x k)
   */
  void gemm(
      Transpose transposeA,
      Transpose transposeB,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double[] b,
      int bOffset,
      int ldb,
      double beta,
      double[] c,
      int cOffset,
      int ldc);

  /**
   * The lower triangle (diagonal included) of C = alpha A A' + beta C for {@link Transpose#NO}, A
   * stored (n x k), or of C = alpha A' A + beta C for {@link Transpose#YES}, A stored (k x n). What
   * stands above the diagonal of C is neither read nor written.
   */
  void syrk(
      Transpose transpose,
      int n,
      int k,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double beta,
      double[] c,
      int cOffset,
      int ldc);

  /** y = exp(x), each within 2 units in the last place; x and y may be the same. */
  default void exp(int n, double[] x, int xOffset, double[] y, int yOffset) {
    for (int i = 0; i < n; i++) {
      y[yOffset + i] = Math.exp(x[xOffset + i]);
    }
  }

  /** y = log(x), each within 2 units in the last place; x and y may be the same. */
  default void log(int n, double[] x, int xOffset, double[] y, int yOffset) {
    for (int i = 0; i < n; i++) {
      y[yOffset + i] = Math.log(x[xOffset + i]);
    }
  }

  /**
   * y = 1 / (1 + exp(-x)), each within 4 units in the last place; x and y may be the same.
   * Arguments of large magnitude neither overflow nor lose digits.
   */
  default void sigmoid(int n, double[] x, int xOffset, double[] y, int yOffset) {
    for (int i = 0; i < n; i++) {
      double small = Math.exp(-Math.abs(x[xOffset + i]));
      y[yOffset + i] = x[xOffset + i] >= 0 ? 1 / (1 + small) : small / (1 + small);
    }
  }

  /**
   * Each row of A (m x n) becomes exp(row) / sum(exp(row)); the logarithm of that sum goes to
   * {@code logSums[i]}. No argument overflows. n is at least 1.
   */
  default void softmaxRows(int m, int n, double[] a, int aOffset, int lda, double[] logSums) {
    for (int i = 0; i < m; i++) {
      int row = aOffset + i * lda;
      double largest = a[row];
      for (int j = 1; j < n; j++) {
        largest = Math.max(largest, a[row + j]);
      }
      double shift = Double.isInfinite(largest) ? 0 : largest;
      for (int j = 0; j < n; j++) {
        a[row + j] -= shift;
      }
      exp(n, a, row, a, row);
      double sum = sum(n, a, row);
      scal(n, 1 / sum, a, row);
      logSums[i] = shift + Math.log(sum);
    }
  }

  /**
   * The squared Euclidean distances of all rows of x (m x d) to all rows of y (n x d), written to
   * {@code out} (m x n). None is negative. The error is at most {@code c d eps} times the squared
   * distances of the two rows from the mean row of y; where a distance much smaller than those
   * matters, compute it again with {@link #squaredDistance}.
   */
  default void squaredDistances(
      int m,
      int n,
      int d,
      double[] x,
      int xOffset,
      int ldx,
      double[] y,
      int yOffset,
      int ldy,
      double[] out,
      int outOffset,
      int ldo) {
    new RowDistances(this, m, n, d, x, xOffset, ldx, y, yOffset, ldy).all(out, outOffset, ldo);
  }

  /**
   * The Euclidean distances of all rows of x (m x d) to all columns of y (d x n), written to {@code
   * out} (m x n), on the calling thread. They come from the differences: the error of each is at
   * most {@code c d eps} of itself, also where it is small against the lengths of the two. y is
   * stored by columns since a row of x then meets many of them at once.
   */
  default void distancesToColumns(
      int m,
      int n,
      int d,
      double[] x,
      int xOffset,
      int ldx,
      double[] y,
      int yOffset,
      int ldy,
      double[] out,
      int outOffset,
      int ldo) {
    var columns = new ColumnDistances(n, d, y, yOffset, ldy);
    for (int i = 0; i < m; i++) {
      columns.to(x, xOffset + i * ldx, out, outOffset + i * ldo);
    }
  }

  /** Numbers that {@link #poleSums} may read and write beyond its points. */
  int POLE_SUMS_ROOM = 64;

  /**
   * For each of {@code count} points, with g[j] = (d[j] - o)(d[j] + o) - x over {@code n} poles, of
   * which none is 0: the sums of z[j]^2 / g[j] and of (z[j] / g[j])^2, those of negative g to
   * {@code below} and {@code belowSlope}, those of positive g to {@code above} and {@code
   * aboveSlope}. No z is negative. The d rise. The arrays of points have {@link #POLE_SUMS_ROOM}
   * numbers more than points, which may be overwritten.
   */
  default void poleSums(
      int n,
      double[] d,
      double[] z,
      int count,
      double[] o,
      double[] x,
      double[] below,
      double[] belowSlope,
      double[] above,
      double[] aboveSlope) {
    for (int i = 0; i < count; i++) {
      int split = 0;
      while (split < n && (d[split] - o[i]) * (d[split] + o[i]) < x[i]) {
        split++;
      }
      sumPoles(0, split, d, z, i, o, x, below, belowSlope);
      sumPoles(split, n, d, z, i, o, x, above, aboveSlope);
    }
  }

  private static void sumPoles(
      int from,
      int to,
      double[] d,
      double[] z,
      int i,
      double[] o,
      double[] x,
      double[] sums,
      double[] slopes) {
    double sum = 0;
    double slope = 0;
    for (int j = from; j < to; j++) {
      double ratio = z[j] / ((d[j] - o[i]) * (d[j] + o[i]) - x[i]);
      sum += z[j] * ratio;
      slope += ratio * ratio;
    }
    sums[i] = sum;
    slopes[i] = slope;
  }

  /**
   * Rotations of neighbouring rows of A (n columns), one after the other from {@code first} down to
   * {@code last}: rows i and i + 1 become c[i] times row i plus s[i] times row i + 1, and c[i]
   * times row i + 1 minus s[i] times row i, which the next rotation takes.
   */
  default void rotateRows(
      int first, int last, int n, double[] c, double[] s, double[] a, int aOffset, int ld) {
    RowRotations.run(first, last, n, c, s, a, aOffset, ld);
  }

  /** A (m x n) becomes (I - tau v v') A. */
  default void reflectRows(
      int m, int n, double tau, double[] v, int vOffset, double[] a, int aOffset, int ld) {
    RowReflection.run(m, n, tau, v, vOffset, a, aOffset, ld);
  }

  /**
   * For each row of x (m x d) the nearest row of y (n x d): its index to {@code index[i]} and the
   * squared Euclidean distance to {@code distance[i]}. Distances that differ by less than the error
   * in {@link #squaredDistances} count as equal and either row may win; equal rows of y are won by
   * the first. The distance written is that of {@link #squaredDistance} up to the order in which
   * its terms are added. A row that has no comparable distance, because of NaN, gets index -1 and
   * distance NaN.
   */
  default void nearestRows(
      int m,
      int n,
      int d,
      double[] x,
      int xOffset,
      int ldx,
      double[] y,
      int yOffset,
      int ldy,
      int[] index,
      double[] distance) {
    new RowDistances(this, m, n, d, x, xOffset, ldx, y, yOffset, ldy).nearest(index, distance);
  }

  /**
   * X = alpha inverse(op(A)) B for {@link Side#LEFT}, where A is (m x m), or X = alpha B
   * inverse(op(A)) for {@link Side#RIGHT}, where A is (n x n); X (m x n) replaces B. Only the named
   * triangle of A is read, and not its diagonal if that is said to be of ones. A zero on the
   * diagonal gives infinity or NaN.
   */
  default void trsm(
      Side side,
      Triangle triangle,
      Transpose transpose,
      Diagonal diagonal,
      int m,
      int n,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double[] b,
      int bOffset,
      int ldb) {
    for (int i = 0; i < m && alpha != 1; i++) {
      scal(n, alpha, b, bOffset + i * ldb);
    }
    if (alpha != 0) {
      new TriangularSolve(this, triangle, transpose, diagonal, a, aOffset, lda, b, bOffset, ldb)
          .run(side, m, n);
    }
  }

  /**
   * C = alpha A B + beta C for {@link Side#LEFT}, where A is (m x m), or C = alpha B A + beta C for
   * {@link Side#RIGHT}, where A is (n x n), with a symmetric A of which only the lower triangle is
   * read; B and C are (m x n).
   */
  default void symm(
      Side side,
      int m,
      int n,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double[] b,
      int bOffset,
      int ldb,
      double beta,
      double[] c,
      int cOffset,
      int ldc) {
    int k = side == Side.LEFT ? m : n;
    double[] full = new double[alpha == 0 ? 0 : k * k];
    for (int i = 0; i < k && alpha != 0; i++) {
      for (int j = 0; j <= i; j++) {
        double value = a[aOffset + i * lda + j];
        full[i * k + j] = value;
        full[j * k + i] = value;
      }
    }
    Transpose no = Transpose.NO;
    if (side == Side.LEFT) {
      gemm(no, no, m, n, k, alpha, full, 0, k, b, bOffset, ldb, beta, c, cOffset, ldc);
    } else {
      gemm(no, no, m, n, k, alpha, b, bOffset, ldb, full, 0, k, beta, c, cOffset, ldc);
    }
  }

  /** y = tanh(x), each within 4 units in the last place; x and y may be the same. */
  default void tanh(int n, double[] x, int xOffset, double[] y, int yOffset) {
    for (int i = 0; i < n; i++) {
      y[yOffset + i] = Math.tanh(x[xOffset + i]);
    }
  }

  /** y = max(0, x), NaN for NaN; x and y may be the same. */
  default void relu(int n, double[] x, int xOffset, double[] y, int yOffset) {
    for (int i = 0; i < n; i++) {
      y[yOffset + i] = Math.max(0, x[xOffset + i]);
    }
  }

  /** For each row of A (m x n) the logarithm of sum(exp(row)). No argument overflows; n >= 1. */
  default void logSumExpRows(int m, int n, double[] a, int aOffset, int lda, double[] logSums) {
    double[] row = new double[n];
    double[] result = new double[1];
    for (int i = 0; i < m; i++) {
      System.arraycopy(a, aOffset + i * lda, row, 0, n);
      softmaxRows(1, n, row, 0, n, result);
      logSums[i] = result[0];
    }
  }

  /**
   * The mean of each column of A (m x n) to {@code means}, and the sum of its squared deviations
   * from that mean to {@code squares}, which divided by m or m - 1 is the variance; all in one pass
   * over A that neither overflows early nor loses digits where the mean is large. Without rows the
   * means are NaN and the squares 0.
   */
  default void columnMoments(
      int m, int n, double[] a, int aOffset, int lda, double[] means, double[] squares) {
    new ColumnMoments(this, n, a, aOffset, lda).run(m, means, squares);
  }

  /** {@code squares[j]} += the sum of (a_ij - means[j])^2 over the rows of A (m x n). */
  default void addSquaredDeviations(
      int m, int n, double[] a, int aOffset, int lda, double[] means, double[] squares) {
    for (int i = 0; i < m; i++) {
      int row = aOffset + i * lda;
      for (int j = 0; j < n; j++) {
        double deviation = a[row + j] - means[j];
        squares[j] += deviation * deviation;
      }
    }
  }
}
