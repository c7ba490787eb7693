package org.cairnml.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cairnml.linalg.backend.Backend;

/**
 * The singular value decomposition R' = X diag(s) Y' of a square R (n x n) by rotations that make
 * the rows of R orthogonal two by two.
 */
final class JacobiRotations {
  // Rows i of "work" are the columns of R'; the same rotations are applied to the rows of "turn",
  // which begins as the identity and ends as Y'. Row lengths are the singular values, and the rows
  // scaled to length 1 are X'. For an R from a pivoted QR factorization few sweeps are needed.

  private static final int SWEEPS = 60;
  private static final double EPSILON = 0x1p-52;

  private final Backend backend = Backends.get();
  private final int n;
  private final double[][] work;
  private final double[][] turn;
  private final double[] squares;
  private double[] values;
  private int[] order;

  JacobiRotations(int n, double[] r) {
    this.n = n;
    this.work = new double[n][];
    this.turn = new double[n][n];
    this.squares = new double[n];
    for (int i = 0; i < n; i++) {
      work[i] = Arrays.copyOfRange(r, i * n, (i + 1) * n);
      turn[i][i] = 1;
    }
  }

  /** Whether all rows became orthogonal. */
  boolean run() {
    boolean rotated = true;
    for (int sweep = 0; rotated && sweep < SWEEPS; sweep++) {
      rotated = false;
      for (int i = 0; i < n; i++) {
        squares[i] = backend.dot(n, work[i], 0, work[i], 0);
      }
      for (int i = 0; i < n - 1; i++) {
        for (int j = i + 1; j < n; j++) {
          rotated |= orthogonalize(i, j);
        }
      }
    }
    values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = backend.nrm2(n, work[i], 0);
    }
    order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -values[i]))
            .mapToInt(i -> i)
            .toArray();
    return !rotated;
  }

  private boolean orthogonalize(int i, int j) {
    double product = backend.dot(n, work[i], 0, work[j], 0);
    double a = squares[i];
    double b = squares[j];
    if (Math.abs(product) <= EPSILON * Math.sqrt(n) * Math.sqrt(a) * Math.sqrt(b)
        || Math.abs(product) < Double.MIN_NORMAL) {
      return false;
    }
    double half = (b - a) / (2 * product);
    double tangent = Math.copySign(1 / (Math.abs(half) + Math.hypot(half, 1)), half);
    double c = 1 / Math.hypot(tangent, 1);
    double s = c * tangent;
    rotate(work[i], work[j], c, s);
    rotate(turn[i], turn[j], c, s);
    squares[i] = Math.max(0, a - tangent * product);
    squares[j] = b + tangent * product;
    return true;
  }

  private static void rotate(double[] x, double[] y, double c, double s) {
    for (int k = 0; k < x.length; k++) {
      double first = x[k];
      x[k] = c * first - s * y[k];
      y[k] = s * first + c * y[k];
    }
  }

  /** s, falling. */
  double[] values() {
    return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
  }

  /** X' (n x n); rows of zero length are completed to an orthonormal basis. */
  Matrix left() {
    Matrix rows = Matrix.zeros(n, n);
    double least = n * Double.MIN_NORMAL;
    int rank = 0;
    for (int i = 0; i < n; i++) {
      double length = values[order[i]];
      if (length > least) {
        rank = i + 1;
        for (int j = 0; j < n; j++) {
          rows.set(i, j, work[order[i]][j] / length);
        }
      }
    }
    complete(rows, rank);
    return rows;
  }

  /** Adds to the first rows, by Gram and Schmidt twice over, what is left of unit vectors. */
  private void complete(Matrix rows, int rank) {
    int count = rank;
    for (int e = 0; e < n && count < n; e++) {
      double[] row = new double[n];
      row[e] = 1;
      for (int twice = 0; twice < 2; twice++) {
        for (int i = 0; i < count; i++) {
          double along = backend.dot(n, rows.data(), i * n, row, 0);
          backend.axpy(n, -along, rows.data(), i * n, row, 0);
        }
      }
      double length = backend.nrm2(n, row, 0);
      if (length > 1.0 / (2 * n)) {
        for (int j = 0; j < n; j++) {
          rows.set(count, j, row[j] / length);
        }
        count++;
      }
    }
  }

  /** Y' (n x n). */
  Matrix right() {
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = turn[order[i]];
    }
    return n == 0 ? Matrix.zeros(0, 0) : Matrix.of(rows);
  }
}
