package org.cairnml.linalg;

import java.util.Arrays;
import java.util.Optional;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;

/**
 * Joins the decompositions of two blocks of a bidiagonal matrix and the row between them.
 *
 * <p>Source: M. Gu and S. Eisenstat, A divide-and-conquer algorithm for the bidiagonal SVD (1995),
 * doi:10.1137/S0895479892242232.
 */
final class BidiagonalMerge {
  // In the bases of the blocks the matrix is zero but for the row between, z, and the diagonal of
  // the values found. A value whose z is nothing is final; of two that are equal, a rotation makes
  // one final. The others come from the secular equation, whose vectors are multiplied to the
  // bases. Vectors are rows; those of one block are zero in the columns of the other.

  private static final double EPSILON = 0x1p-52;

  /** Beside a largest element of about 1 it is nothing, and fourth powers do not underflow. */
  private static final double TINY = 0x1p-200;

  /** Pairs of a value and a pole that one thread takes at a time, and values at least. */
  private static final int PART = 1 << 16;

  private static final int LEAST = 64;

  private enum Side {
    LEFT,
    BOTH,
    RIGHT
  }

  private final Backend backend = Backends.get();
  private final int low;
  private final int middle;
  private final int high;
  private final double[] s;
  private final double[] z;
  private final Optional<Basis> u;
  private final Basis v;
  private final Side[] sides;

  /**
   * Values and vectors {@code low} to {@code middle - 1} are of the upper block, {@code middle + 1}
   * to {@code high - 1} of the lower one; rows {@code middle} and {@code high} of V are what the
   * blocks map to zero.
   */
  BidiagonalMerge(int low, int middle, int high, double[] s, Optional<Basis> u, Basis v) {
    this.low = low;
    this.middle = middle;
    this.high = high;
    this.s = s;
    this.u = u;
    this.v = v;
    this.z = new double[high - low];
    this.sides = new Side[high - low];
  }

  /** The row between has {@code alpha} in column {@code middle} and {@code beta} right of it. */
  void run(double alpha, double beta) {
    for (int i = low; i < high; i++) {
      boolean left = i < middle;
      z[i - low] = left ? alpha * v.get(i, middle) : beta * v.get(i, middle + 1);
      sides[i - low] = left ? Side.LEFT : Side.RIGHT;
    }
    double first = alpha * v.get(middle, middle);
    double second = beta * v.get(high, middle + 1);
    double length = Math.hypot(first, second);
    if (length > 0) {
      v.rotate(middle, high, first / length, second / length, low, high + 1);
    }
    s[middle] = 0;
    z[middle - low] = length;
    sides[middle - low] = Side.BOTH;
    int[] kept = deflate(Math.max(Math.abs(alpha), Math.abs(beta)));
    double[] d = new double[kept.length];
    double[] weights = new double[kept.length];
    for (int j = 0; j < kept.length; j++) {
      d[j] = s[kept[j]];
      weights[j] = z[kept[j] - low];
    }
    if (kept.length == 1) {
      s[middle] = weights[0];
    } else {
      solve(kept, d, weights);
    }
  }

  /** What is left to the secular equation, the row between first, then by rising values. */
  private int[] deflate(double largestBetween) {
    int[] order = Order.rising(s, low, high);
    double largest = s[order[order.length - 1]];
    double nothing = Math.max(TINY, EPSILON * Math.max(largest, largestBetween));
    int[] kept = new int[high - low];
    kept[0] = middle;
    int count = 1;
    for (int i : order) {
      int before = kept[count - 1];
      if (i == middle || Math.abs(z[i - low]) <= nothing) {
        continue;
      }
      if (s[i] <= nothing) {
        turn(middle, i, Optional.empty());
        s[i] = 0;
      } else if (count > 1 && s[i] - s[before] <= nothing) {
        turn(i, before, u);
        kept[count - 1] = i;
      } else {
        kept[count++] = i;
      }
    }
    if (count > 1) {
      z[middle - low] = Math.max(nothing, z[middle - low]);
    }
    return Arrays.copyOf(kept, count);
  }

  /** Rotates the z of {@code gone} into that of {@code stays}, with the vectors on the left. */
  private void turn(int stays, int gone, Optional<Basis> left) {
    double length = Math.hypot(z[stays - low], z[gone - low]);
    double c = z[stays - low] / length;
    double sine = z[gone - low] / length;
    left.ifPresent(basis -> basis.rotate(stays, gone, c, sine, low, high + 1));
    v.rotate(stays, gone, c, sine, low, high + 1);
    z[stays - low] = length;
    z[gone - low] = 0;
    if (sides[stays - low] != sides[gone - low]) {
      sides[stays - low] = Side.BOTH;
    }
  }

  private void solve(int[] kept, double[] d, double[] weights) {
    int n = kept.length;
    SecularEquation equation = new SecularEquation(backend, d, weights);
    double[] values = new double[n];
    double[] gaps = new double[n * n];
    ranges(n, (from, to) -> equation.roots(from, to, values, gaps));
    double[] exact = new double[n];
    ranges(n, (from, to) -> equation.exactWeights(from, to, gaps, exact));
    for (int j = 0; j < n; j++) {
      s[kept[j]] = values[j];
      exact[j] = Math.copySign(exact[j], weights[j]);
    }
    int[] order = bySide(kept);
    double[] turn = new double[n * n];
    ranges(n, (from, to) -> divide(from, to, exact, gaps));
    u.ifPresent(
        basis -> {
          ranges(n, (from, to) -> leftVectors(from, to, d, gaps, order, turn));
          multiply(kept, order, turn, basis);
        });
    ranges(n, (from, to) -> rightVectors(from, to, gaps, order, turn));
    multiply(kept, order, turn, v);
  }

  /** Indices of those kept, one side after the other. */
  private int[] bySide(int[] kept) {
    int[] order = new int[kept.length];
    int count = 0;
    for (Side side : Side.values()) {
      for (int j = 0; j < kept.length; j++) {
        if (sides[kept[j] - low] == side) {
          order[count++] = j;
        }
      }
    }
    return order;
  }

  /** Cuts n rows of n steps each into parts, in parallel. */
  private void ranges(int n, Workers.Range range) {
    if (n <= LEAST) {
      range.run(0, n);
    } else {
      backend.workers().ranges(n, Math.max(LEAST, PART / n), range);
    }
  }

  /** Gaps become the elements of the vectors on the right, before they are normed. */
  private static void divide(int from, int to, double[] z, double[] gaps) {
    int n = z.length;
    for (int i = from; i < to; i++) {
      for (int j = 0; j < n; j++) {
        gaps[i * n + j] = z[j] / gaps[i * n + j];
      }
    }
  }

  private void leftVectors(
      int from, int to, double[] d, double[] right, int[] order, double[] rows) {
    int n = d.length;
    double[] left = new double[n];
    for (int i = from; i < to; i++) {
      for (int j = 0; j < n; j++) {
        left[j] = d[j] * right[i * n + j];
      }
      left[0] = -1;
      norm(left, 0, order, rows, i * n);
    }
  }

  private void rightVectors(int from, int to, double[] right, int[] order, double[] rows) {
    int n = order.length;
    for (int i = from; i < to; i++) {
      norm(right, i * n, order, rows, i * n);
    }
  }

  /** Writes a vector, of length one and in this order. */
  private void norm(double[] vector, int at, int[] order, double[] out, int to) {
    int n = order.length;
    double scale = 1 / backend.nrm2(n, vector, at);
    for (int j = 0; j < n; j++) {
      out[to + j] = scale * vector[at + order[j]];
    }
  }

  /** The rows kept become their combinations; the order puts the sides in that of the columns. */
  private void multiply(int[] kept, int[] order, double[] turn, Basis basis) {
    int n = kept.length;
    int left = 0;
    int right = n;
    while (left < n && sides[kept[order[left]] - low] == Side.LEFT) {
      left++;
    }
    while (right > 0 && sides[kept[order[right - 1]] - low] == Side.RIGHT) {
      right--;
    }
    int columns = high + 1 - low;
    int split = middle + 1 - low;
    double[] old = new double[n * columns];
    for (int j = 0; j < n; j++) {
      basis.copyRow(kept[order[j]], low, columns, old, j * columns);
    }
    double[] product = new double[n * columns];
    backend.gemm(
        Transpose.NO,
        Transpose.NO,
        n,
        split,
        right,
        1,
        turn,
        0,
        n,
        old,
        0,
        columns,
        0,
        product,
        0,
        columns);
    backend.gemm(
        Transpose.NO,
        Transpose.NO,
        n,
        columns - split,
        n - left,
        1,
        turn,
        left,
        n,
        old,
        left * columns + split,
        columns,
        0,
        product,
        split,
        columns);
    for (int i = 0; i < n; i++) {
      basis.setRow(kept[i], low, columns, product, i * columns);
    }
  }
}
