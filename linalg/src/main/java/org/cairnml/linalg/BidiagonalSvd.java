package org.cairnml.linalg;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The singular value decomposition B = U diag(s) V' of an upper bidiagonal matrix (n x n) by
 * halving: see {@link BidiagonalMerge}.
 */
final class BidiagonalSvd {
  // A block of n rows has n + 1 columns, the last shared with the row below it; so the matrix is
  // taken to have one more column, of zeros. Vectors are rows.

  private static final int PARALLEL = 128;

  private final int n;
  private final double[] diagonal;
  private final double[] beside;
  private final double[] s;
  private final Optional<Basis> u;
  private final Basis v;
  private int[] order;

  private BidiagonalSvd(double[] diagonal, double[] beside, Optional<Basis> u) {
    this.n = diagonal.length;
    this.diagonal = diagonal;
    this.beside = beside;
    this.s = new double[n];
    this.u = u;
    this.v = new Basis(n + 1);
  }

  /** All of it; {@code beside[i]} is right of {@code diagonal[i]}, the last of them zero. */
  static BidiagonalSvd of(double[] diagonal, double[] beside) {
    Basis u = new Basis(diagonal.length + 1);
    return new BidiagonalSvd(diagonal, beside, Optional.of(u)).run();
  }

  /** The values and V alone. */
  static BidiagonalSvd right(double[] diagonal, double[] beside) {
    return new BidiagonalSvd(diagonal, beside, Optional.empty()).run();
  }

  private BidiagonalSvd run() {
    solve(0, n);
    order = Order.falling(s);
    return this;
  }

  private void solve(int low, int high) {
    if (high <= low) {
      return;
    }
    if (high - low == 1) {
      s[low] = Math.hypot(diagonal[low], beside[low]);
      if (s[low] > 0) {
        v.rotate(low, high, diagonal[low] / s[low], beside[low] / s[low], low, high + 1);
      }
      return;
    }
    int middle = (low + high) / 2;
    if (high - low < PARALLEL) {
      solve(low, middle);
      solve(middle + 1, high);
    } else {
      Backends.get()
          .workers()
          .run(2, half -> solve(half == 0 ? low : middle + 1, half == 0 ? middle : high));
    }
    new BidiagonalMerge(low, middle, high, s, u, v).run(diagonal[middle], beside[middle]);
  }

  /** s, falling. */
  double[] values() {
    return IntStream.of(order).mapToDouble(i -> s[i]).toArray();
  }

  /** Writes U' (n x n) to an array with rows of length {@code ld}. */
  void left(double[] out, int ld) {
    write(u.orElseThrow(), out, ld);
  }

  /** Writes V' (n x n) to an array with rows of length {@code ld}. */
  void right(double[] out, int ld) {
    write(v, out, ld);
  }

  private void write(Basis basis, double[] out, int ld) {
    for (int i = 0; i < n; i++) {
      basis.copyRow(order[i], 0, n, out, i * ld);
    }
  }
}
