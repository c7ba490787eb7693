package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairnml.testkit.backend.Operands.random;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.linalg.backend.Backend;
import org.junit.jupiter.api.DynamicTest;

/** Distances of rows from columns, one by one against the oracle. */
final class DistanceChecks {
  private static final int[] ROWS = {0, 1, 2, 3, 4, 5, 7, 8, 9};
  private static final int[] COLUMNS = {0, 1, 3, 4, 7, 8, 15, 16, 17, 33, 257};
  private static final int[] DIMENSIONS = {0, 1, 2, 3, 4, 5, 9, 50};
  private static final double FAR = 1e6;

  private final Backend backend;

  DistanceChecks(Backend backend) {
    this.backend = backend;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("distances to columns agree with the oracle", this::shapes),
        dynamicTest("distances of close points far from the origin keep their digits", this::far),
        dynamicTest("NaN and infinity reach the distances to columns", this::notFinite));
  }

  private void shapes() {
    for (int m : ROWS) {
      for (int n : COLUMNS) {
        for (int d : DIMENSIONS) {
          check(m, n, d, 0);
        }
      }
    }
  }

  private void far() {
    check(5, 33, 7, FAR);
  }

  private void check(int m, int n, int d, double from) {
    var generator = Seed.of(m * 10_000L + n * 100L + d).generator();
    int ldx = d + 1;
    int ldy = n + 2;
    int ldo = n + 3;
    double[] x = random(generator, 2 + m * ldx);
    double[] y = random(generator, 3 + d * ldy);
    for (double[] values : new double[][] {x, y}) {
      Arrays.setAll(values, i -> values[i] + from);
    }
    double[] out = new double[1 + m * ldo];
    Arrays.fill(out, Double.NaN);
    backend.distancesToColumns(m, n, d, x, 2, ldx, y, 3, ldy, out, 1, ldo);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < ldo; j++) {
        double actual = out[1 + i * ldo + j];
        if (j < n) {
          var square = new CompensatedSum();
          for (int p = 0; p < d; p++) {
            double difference = x[2 + i * ldx + p] - y[3 + p * ldy + j];
            square.add(difference, difference);
          }
          square.check(actual * actual, d + 4);
        } else {
          assertThat(actual).as("behind the row").isNaN();
        }
      }
    }
  }

  private void notFinite() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] x = new double[5 * 3];
      x[4] = bad;
      double[] y = new double[3 * 20];
      double[] out = new double[5 * 20];
      backend.distancesToColumns(5, 20, 3, x, 0, 3, y, 0, 20, out, 0, 20);
      for (int i = 0; i < out.length; i++) {
        assertThat(Double.valueOf(out[i])).isEqualTo(Double.valueOf(i / 20 == 1 ? bad : 0));
      }
    }
  }
}
