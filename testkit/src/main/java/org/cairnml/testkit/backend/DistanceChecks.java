package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Kernels;
import org.cairnml.linalg.backend.Transpose;
import org.junit.jupiter.api.DynamicTest;

/** Distances of rows from columns and from rows, one by one against the oracle. */
@FloatTwin
final class DistanceChecks {
  private static final int[] ROWS = {0, 1, 2, 3, 4, 5, 7, 8, 9};
  private static final int[] COLUMNS = {0, 1, 3, 4, 7, 8, 15, 16, 17, 33, 257};
  private static final int[] DIMENSIONS = {0, 1, 2, 3, 4, 5, 9, 50};
  private static final int TRIES = 25;
  private static final double FAR = 1_000_000;

  private final Kernels kernels;

  DistanceChecks(Kernels kernels) {
    this.kernels = kernels;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("distances to columns agree with the oracle", this::shapes),
        dynamicTest("distances of close points far from the origin keep their digits", this::far),
        dynamicTest(
            "distances between rows, and the nearest, agree with the oracle", this::betweenRows),
        dynamicTest("NaN and infinity reach the distances to columns", this::notFinite));
  }

  private void shapes() {
    for (int m : ROWS) {
      for (int n : COLUMNS) {
        for (int d : DIMENSIONS) {
          toColumns(KernelCase.of(m, n, d), 0);
        }
      }
    }
    KernelCase.forAll(KernelCase.vectors(), TRIES, c -> toColumns(c, 0));
  }

  private void far() {
    toColumns(KernelCase.of(5, 33, 7), FAR);
  }

  private void toColumns(KernelCase c, double from) {
    int m = c.m();
    int n = c.n();
    int d = c.k();
    Block x = shifted(c.root(0, m, d), from);
    Block y = shifted(c.root(1, d, n), from);
    Block out = c.with(1, 0).c(m, n);
    kernels.distancesToColumns(
        m,
        n,
        d,
        x.data(),
        x.offset(),
        x.ld(),
        y.data(),
        y.offset(),
        y.ld(),
        out.data(),
        out.offset(),
        out.ld());
    out.checkGuards();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        var square = square(x, i, Transpose.YES, y, j);
        double actual = out.get(i, j);
        square.check(actual * actual, d + 4);
      }
    }
  }

  /** The squared distance of row i of x and row j of y or of its transpose. */
  private static CompensatedSum square(Block x, int i, Transpose transpose, Block y, int j) {
    var square = new CompensatedSum();
    for (int p = 0; p < x.cols(); p++) {
      double difference = x.get(i, p) - y.get(transpose, j, p);
      square.add(difference, difference);
    }
    return square;
  }

  private static Block shifted(Block block, double by) {
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.cols(); j++) {
        block.set(i, j, block.get(i, j) + by);
      }
    }
    return block;
  }

  private void betweenRows() {
    KernelCase.forAll(KernelCase.shapes(), TRIES, this::betweenRows);
    KernelCase.forAll(KernelCase.vectors(), TRIES, this::betweenRows);
  }

  /** At least one row on either side. */
  private void betweenRows(KernelCase c) {
    int m = Math.max(1, c.m() % 100);
    int n = Math.max(1, c.n() % 100);
    int d = c.k();
    Block x = c.root(0, m, d);
    Block y = c.root(1, n, d);
    Block out = c.with(1, 0).c(m, n);
    int[] index = new int[m];
    double[] nearest = new double[m];
    kernels.squaredDistances(
        m,
        n,
        d,
        x.data(),
        x.offset(),
        x.ld(),
        y.data(),
        y.offset(),
        y.ld(),
        out.data(),
        out.offset(),
        out.ld());
    kernels.nearestRows(
        m, n, d, x.data(), x.offset(), x.ld(), y.data(), y.offset(), y.ld(), index, nearest);
    out.checkGuards();
    double[] mean = new double[d];
    for (int p = 0; p < d; p++) {
      for (int j = 0; j < n; j++) {
        mean[p] += y.get(j, p) / n;
      }
    }
    for (int i = 0; i < m; i++) {
      var smallest = square(x, i, Transpose.NO, y, 0).value();
      double largest = 0;
      for (int j = 0; j < n; j++) {
        double magnitude = 0;
        for (int p = 0; p < d; p++) {
          double dx = x.get(i, p) - mean[p];
          double dy = y.get(j, p) - mean[p];
          magnitude += dx * dx + dy * dy;
        }
        var expected = square(x, i, Transpose.NO, y, j).value();
        assertThat(out.get(i, j)).isNotNegative();
        CompensatedSum.check(out.get(i, j), expected, magnitude, d + n);
        smallest = Math.min(smallest, expected);
        largest = Math.max(largest, magnitude);
      }
      square(x, i, Transpose.NO, y, index[i]).check(nearest[i], d + 2);
      CompensatedSum.check(nearest[i], smallest, largest, 2 * (d + n));
    }
  }

  private void notFinite() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] x = new double[5 * 3];
      x[4] = bad;
      double[] y = new double[3 * 20];
      double[] out = new double[5 * 20];
      kernels.distancesToColumns(5, 20, 3, x, 0, 3, y, 0, 20, out, 0, 20);
      for (int i = 0; i < out.length; i++) {
        assertThat(Double.valueOf(out[i])).isEqualTo(Double.valueOf(i / 20 == 1 ? bad : 0));
      }
    }
  }
}
