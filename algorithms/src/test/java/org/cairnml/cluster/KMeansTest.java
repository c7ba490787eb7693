package org.cairnml.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.cairnml.testing.Stored;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("numeric")
class KMeansTest {

  /** Sums of squares in another order. */
  private static final double ROUNDING = 1e-12;

  private static final Reference IRIS = Reference.table(KMeansTest.class, "iris.csv");
  private static final Matrix X = IRIS.matrixOf("x");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void reachesTheBestKnownInertia(int k) {
    Reference expected = Reference.table(KMeansTest.class, "kmeans_reference.csv");
    var learner = new KMeans().withClusters(k).withTolerance(0).withStarts(50);
    double plain = expected.values("plain_" + k).get("inertia")[0];
    assertThat(learner.fit(X).inertia()).isCloseTo(plain, within(ROUNDING * plain));
    double weighted = expected.values("weighted_" + k).get("inertia")[0];
    Dataset data = Dataset.of(X).withWeights(IRIS.numbers("w"));
    assertThat(learner.fit(data).inertia()).isCloseTo(weighted, within(ROUNDING * weighted));
  }

  @ParameterizedTest
  @EnumSource(KMeansInit.class)
  void aConvergedResultIsAFixedPoint(KMeansInit init) {
    Matrix x = blobs(3000, 5, 12, 3);
    var model = new KMeans().withClusters(12).withInit(init).withTolerance(0).withStarts(2).fit(x);
    assertThat(model.summary().converged()).isTrue();
    assertThat(model.predict(x)).isEqualTo(model.labels());
    double inertia = 0;
    for (int c = 0; c < 12; c++) {
      double[] mean = new double[5];
      int count = 0;
      for (int i = 0; i < x.rows(); i++) {
        if (model.labels()[i] == c) {
          count++;
          for (int j = 0; j < 5; j++) {
            mean[j] += x.get(i, j);
            inertia += Math.pow(x.get(i, j) - model.centers().get(c, j), 2);
          }
        }
      }
      int size = count;
      assertThat(size).isPositive();
      assertThat(Arrays.stream(mean).map(v -> v / size).toArray())
          .containsExactly(model.centers().row(c).toArray(), within(1e-9));
    }
    assertThat(model.inertia()).isCloseTo(inertia, within(ROUNDING * inertia));
    assertThat(model.summary().objective()).isEqualTo(model.inertia());
  }

  @Test
  void findsWellSeparatedGroupsWithOneStart() {
    Matrix x = blobs(4000, 10, 20, 50);
    var model = new KMeans().withClusters(20).withStarts(1).fit(x);
    for (int i = 20; i < x.rows(); i++) {
      assertThat(model.labels()[i]).isEqualTo(model.labels()[i % 20]);
    }
  }

  @Test
  void aCommonOffsetDoesNotMatter() {
    Matrix moved = X.copy();
    for (int i = 0; i < moved.data().length; i++) {
      moved.data()[i] += 0x1p30;
    }
    var learner = new KMeans().withClusters(3);
    double expected = learner.fit(X).inertia();
    assertThat(learner.fit(moved).inertia()).isCloseTo(expected, within(1e-5 * expected));
  }

  @Test
  void threadsDoNotChangeTheResult() {
    Matrix x = blobs(20_000, 7, 9, 2);
    var learner = new KMeans().withClusters(10).withStarts(2);
    var one = learner.fit(Dataset.of(x), new FitOptions().withWorkers(1));
    var three = learner.fit(Dataset.of(x), new FitOptions().withWorkers(3));
    assertThat(three.centers()).isEqualTo(one.centers());
    assertThat(three.labels()).isEqualTo(one.labels());
    assertThat(three.inertia()).isEqualTo(one.inertia());
  }

  @Test
  void fewerDifferentRowsThanClustersAreReported() {
    Matrix x = Matrix.of(6, 1, 1, 1, 2, 2, 5, 5);
    for (KMeansInit init : KMeansInit.values()) {
      var model = new KMeans().withClusters(5).withInit(init).fit(x);
      assertThat(model.clusterCount()).isEqualTo(3);
      assertThat(model.inertia()).isZero();
      assertThat(model.summary().note()).contains("3 different rows", "5 clusters");
    }
  }

  @Test
  void clustersThatLoseTheirRowsAreFilledAgain() {
    double[] values = new double[200];
    for (int i = 0; i < values.length; i++) {
      values[i] = i < 190 ? i % 5 : 1000 + i;
    }
    var points = Points.of(Dataset.of(Matrix.wrap(values, 200, 1)), new FitOptions().workers());
    double[] centers = {-1e6, -2e6, 0, 1e7};
    var found = new Lloyd(points, centers).run(100, 0, new FitOptions().monitor("test", 100));
    int[] sizes = new int[4];
    Arrays.stream(found.labels()).forEach(label -> sizes[label]++);
    assertThat(sizes).doesNotContain(0);
    assertThat(found.converged()).isTrue();
  }

  @Test
  void moreClustersThanRowsAreRefused() {
    assertThatThrownBy(() -> new KMeans().withClusters(4).fit(Matrix.of(3, 1, 1, 2, 3)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("3 rows", "4 clusters");
  }

  @Test
  void theLimitOfIterationsIsReported() {
    var model = new KMeans().withClusters(8).withStarts(1).withMaxIterations(1).fit(X);
    assertThat(model.summary().converged()).isFalse();
    assertThat(model.summary().iterations()).isEqualTo(1);
  }

  @Test
  void survivesTheCodec() {
    var model = new KMeans().withClusters(3).fit(X);
    var copy = Stored.copy(model, KMeansModel.class);
    assertThat(copy.centers()).isEqualTo(model.centers());
    assertThat(copy.labels()).isEqualTo(model.labels());
    assertThat(copy.predict(X)).isEqualTo(model.predict(X));
    assertThat(copy.inertia()).isEqualTo(model.inertia());
  }

  /** Rows i around center i mod k, centers apart in units of the spread. */
  private static Matrix blobs(int n, int d, int k, double apart) {
    var random = new SplittableRandom(11);
    double[][] centers = new double[k][d];
    for (double[] center : centers) {
      Arrays.setAll(center, j -> apart * (random.nextDouble() - 0.5));
    }
    Matrix x = Matrix.zeros(n, d);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        x.set(i, j, centers[i % k][j] + random.nextDouble() - 0.5);
      }
    }
    return x;
  }
}
