package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterSeparationTest {

  static List<ReferenceCase> cases() {
    return ReferenceCase.load("clustering.txt").stream().filter(c -> c.has("x")).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithScikitLearn(ReferenceCase reference) {
    Matrix x = reference.matrix("x");
    int[] clusters = reference.ints("truth");
    Silhouette silhouette = Silhouette.of(x, clusters);
    reference.check("silhouette", silhouette.values());
    reference.check("silhouette_mean", silhouette.mean());
    reference.check("davies_bouldin", DaviesBouldin.of(x, clusters));
    reference.check("calinski_harabasz", CalinskiHarabasz.of(x, clusters));
  }

  private static Matrix random(int n, int d, SplittableRandom random) {
    return Matrix.wrap(random.doubles((long) n * d, -1, 1).toArray(), n, d);
  }

  /** Row counts around the block sizes, against the definition over all pairs. */
  @Property(tries = 30)
  void silhouetteIsItsDefinition(
      @ForAll @IntRange(min = 3, max = 700) int n,
      @ForAll @IntRange(min = 1, max = 5) int d,
      @ForAll @IntRange(min = 2, max = 9) int k,
      @ForAll long seed) {
    SplittableRandom random = Seed.of(seed).generator();
    Matrix x = random(n, d, random);
    int[] clusters = random.ints(n, 0, k).toArray();
    clusters[0] = 0;
    clusters[1] = 0;
    clusters[2] = 1;
    double[] values = Silhouette.of(x, clusters).values();
    for (int i = 0; i < n; i += 1 + n / 50) {
      assertThat(values[i]).isCloseTo(silhouette(x, clusters, k, i), within(1e-12));
    }
  }

  private static double silhouette(Matrix x, int[] clusters, int k, int i) {
    double[] sums = new double[k];
    int[] counts = new int[k];
    for (int j = 0; j < x.rows(); j++) {
      sums[clusters[j]] += x.row(i).minus(x.row(j)).norm2();
      counts[clusters[j]]++;
    }
    if (counts[clusters[i]] == 1) {
      return 0;
    }
    double a = sums[clusters[i]] / (counts[clusters[i]] - 1);
    double b = Double.POSITIVE_INFINITY;
    for (int c = 0; c < k; c++) {
      if (c != clusters[i] && counts[c] > 0) {
        b = Math.min(b, sums[c] / counts[c]);
      }
    }
    return (b - a) / Math.max(a, b);
  }

  @Test
  void anyNumberOfWorkersGivesTheSameBits() {
    SplittableRandom random = Seed.of(1).generator();
    Matrix x = random(1000, 4, random);
    int[] clusters = random.ints(1000, 0, 5).toArray();
    double[] one = Silhouette.of(x, clusters, Workers.of(1)).values();
    assertThat(Silhouette.of(x, clusters, Workers.of(3)).values()).isEqualTo(one);
  }

  @Test
  void noiseIsLeftOut() {
    SplittableRandom random = Seed.of(2).generator();
    Matrix x = random(40, 2, random);
    int[] clusters = random.ints(40, -1, 3).toArray();
    int[] kept = Seed.of(2).permutation(40);
    kept = Arrays.stream(kept).filter(i -> clusters[i] >= 0).sorted().toArray();
    int[] keptClusters = Arrays.stream(kept).map(i -> clusters[i]).toArray();
    Matrix keptX = x.rows(kept);
    Silhouette silhouette = Silhouette.of(x, clusters);
    assertThat(silhouette.mean()).isEqualTo(Silhouette.of(keptX, keptClusters).mean());
    for (int i = 0; i < 40; i++) {
      assertThat(Double.isNaN(silhouette.values()[i])).isEqualTo(clusters[i] == -1);
    }
    assertThat(DaviesBouldin.of(x, clusters)).isEqualTo(DaviesBouldin.of(keptX, keptClusters));
    assertThat(CalinskiHarabasz.of(x, clusters))
        .isEqualTo(CalinskiHarabasz.of(keptX, keptClusters));
  }

  @Test
  void clustersThatCannotBeComparedAreUndefined() {
    Matrix x = Matrix.of(3, 1, 1, 2, 4);
    for (int[] clusters : new int[][] {{0, 0, 0}, {0, 1, 2}, {-1, -1, -1}, {5, 5, -1}}) {
      assertThat(Silhouette.of(x, clusters).mean()).isNaN();
      assertThat(DaviesBouldin.of(x, clusters)).isNaN();
      assertThat(CalinskiHarabasz.of(x, clusters)).isNaN();
    }
    Matrix points = Matrix.of(4, 1, 1, 1, 1, 1);
    int[] two = {0, 0, 1, 1};
    assertThat(Silhouette.of(points, two).mean()).isZero();
    assertThat(DaviesBouldin.of(points, two)).isNaN();
    assertThat(CalinskiHarabasz.of(points, two)).isNaN();
  }

  @Test
  void refusesUnusableInput() {
    Matrix x = Matrix.of(2, 2, 1, 2, 3, Double.NaN);
    assertThatThrownBy(() -> Silhouette.of(x, new int[] {0, 1}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1, column 1 is NaN");
    assertThatThrownBy(() -> Silhouette.of(x, new int[] {0}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("x has 2 rows, but there are clusters for 1");
    assertThatThrownBy(() -> DaviesBouldin.of(Matrix.identity(2), new int[] {0, -2}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1 has the cluster -2");
  }
}
