package org.cairnml.testkit.backend;

import static org.cairnml.testkit.backend.Operands.LENGTHS;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Kernels;
import org.junit.jupiter.api.DynamicTest;

/** Kernels that reflect and rotate the rows of a matrix, against each column by itself. */
@FloatTwin
final class RowTurnChecks {

  private static final int[] ROWS = {1, 2, 9};
  private static final int OFFSET = 3;
  private static final int GAP = 2;

  private final Kernels kernels;

  RowTurnChecks(Kernels kernels) {
    this.kernels = kernels;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("reflections of rows agree with the oracle", this::reflections),
        dynamicTest("rotations of rows agree with the oracle", this::rotations));
  }

  private void reflections() {
    for (int n : LENGTHS) {
      for (int m : ROWS) {
        double[] a = random(m, n, 1);
        double[] v = random(m, 1, 2);
        double[] actual = a.clone();
        kernels.reflectRows(m, n, 0.75, v, OFFSET, actual, OFFSET, n + GAP);
        for (int j = 0; j < n; j++) {
          double[] x = column(a, m, n, j);
          double along = 0;
          for (int i = 0; i < m; i++) {
            along += v[OFFSET + i] * x[i];
          }
          for (int i = 0; i < m; i++) {
            x[i] -= 0.75 * along * v[OFFSET + i];
          }
          check(actual, a, m, n, j, x);
        }
      }
    }
  }

  /** All but the rows at the border, which must be left alone. */
  private void rotations() {
    for (int n : LENGTHS) {
      for (int m : ROWS) {
        double[] a = random(m, n, 3);
        double[] c = new double[m];
        double[] s = new double[m];
        for (int i = 0; i < m; i++) {
          c[i] = Math.scalb(3, -2 - i % 2);
          s[i] = i % 3 - 1;
        }
        double[] actual = a.clone();
        int first = Math.min(1, m - 1);
        int last = Math.max(first, m - 2);
        kernels.rotateRows(first, last, n, c, s, actual, OFFSET, n + GAP);
        for (int j = 0; j < n; j++) {
          double[] x = column(a, m, n, j);
          for (int i = first; i < last; i++) {
            double upper = x[i];
            x[i] = c[i] * upper + s[i] * x[i + 1];
            x[i + 1] = c[i] * x[i + 1] - s[i] * upper;
          }
          check(actual, a, m, n, j, x);
        }
      }
    }
  }

  private static double[] random(int m, int n, long seed) {
    return Operands.random(Seed.of(seed).generator(), OFFSET + m * (n + GAP));
  }

  private static double[] column(double[] a, int m, int n, int j) {
    double[] x = new double[m];
    for (int i = 0; i < m; i++) {
      x[i] = a[OFFSET + i * (n + GAP) + j];
    }
    return x;
  }

  /** Within rounding of a column as large as the one before, which turns at most double. */
  private static void check(double[] actual, double[] before, int m, int n, int j, double[] x) {
    double size = 0;
    for (double value : column(before, m, n, j)) {
      size += Math.abs(value);
    }
    double[] result = column(actual, m, n, j);
    for (int i = 0; i < m; i++) {
      CompensatedSum.check(result[i], x[i], Math.scalb(size, m), m + 2);
    }
  }
}
