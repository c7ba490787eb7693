package org.cairnml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Backend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowDistancesTest {

  private static final double COMMON_OFFSET = 1e6;

  private static double[] random(int n, long seed) {
    var random = Seed.of(seed).generator();
    return random.doubles(n).map(v -> v + COMMON_OFFSET).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "1,1,1",
    "5,3,2",
    "130,7,4",
    "300,20,20",
    "129,700,11",
    "257,600,3",
    "70,40,97",
    "9,300,120"
  })
  void agreeWithDifferencesForAnyNumberOfWorkers(int m, int n, int d) {
    double[] x = random(m * d, 1);
    double[] y = random(n * d, 2);
    for (String name : Backends.usable()) {
      Backend backend = Backends.named(name).withWorkers(Workers.of(1));
      double[] all = new double[m * n];
      int[] index = new int[m];
      double[] distance = new double[m];
      backend.squaredDistances(m, n, d, x, 0, d, y, 0, d, all, 0, n);
      backend.nearestRows(m, n, d, x, 0, d, y, 0, d, index, distance);
      for (int i = 0; i < m; i++) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < n; j++) {
          double sum = 0;
          for (int p = 0; p < d; p++) {
            sum += Math.pow(x[i * d + p] - y[j * d + p], 2);
          }
          assertThat(all[i * n + j]).isCloseTo(sum, within(1e-13 * d));
          least = Math.min(least, sum);
        }
        assertThat(distance[i]).isCloseTo(least, within(1e-13 * d));
        assertThat(all[i * n + index[i]]).isCloseTo(least, within(1e-13 * d));
      }
      double[] parallel = new double[m * n];
      backend
          .withWorkers(Workers.of(4))
          .squaredDistances(m, n, d, x, 0, d, y, 0, d, parallel, 0, n);
      assertThat(parallel).isEqualTo(all);
    }
  }

  @Test
  void equalRowsAreWonByTheFirstAndNaNIsNotComparable() {
    for (String name : Backends.usable()) {
      for (int d : new int[] {2, 20, 120}) {
        int n = 37;
        double[] y = new double[n * d];
        Arrays.fill(y, 5 * d, 6 * d, 1);
        Arrays.fill(y, 32 * d, 33 * d, 1);
        double[] x = new double[6 * d];
        Arrays.fill(x, 0, d, 1);
        x[3 * d] = Double.NaN;
        int[] index = new int[6];
        double[] distance = new double[6];
        Backends.named(name).nearestRows(6, n, d, x, 0, d, y, 0, d, index, distance);
        assertThat(index).as(name + " " + d).containsExactly(5, 0, 0, -1, 0, 0);
        assertThat(distance).containsExactly(0, 0, 0, Double.NaN, 0, 0);
      }
    }
  }
}
