package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("numeric")
class ElasticNetTest {

  /** What the issue asks of unique optima, relative to the largest coefficient. */
  private static final double REFERENCE = 1e-6;

  /** A duality gap of 1e-14 y'y leaves about its root in the coefficients. */
  private static final double OPTIMALITY = 1e-6;

  private static final double CONVERGED = 1e-14;
  private static final int MANY = 100_000;

  private static final Reference TABLE = Reference.table(ElasticNetTest.class, "regression.csv");
  private static final Dataset DATA = Dataset.of(TABLE.matrixOf("x"), TABLE.numbers("y"));
  private static final Reference VALUES =
      Reference.table(ElasticNetTest.class, "elastic_net_reference.csv");

  static Stream<ElasticNet> learners() {
    return Stream.of(0.01, 0.1, 1.0)
        .flatMap(alpha -> Stream.of(0.3, 1.0).map(ratio -> exact(alpha, ratio)));
  }

  private static ElasticNet exact(double alpha, double ratio) {
    return new ElasticNet()
        .withAlpha(alpha)
        .withL1Ratio(ratio)
        .withTolerance(CONVERGED)
        .withMaxIterations(MANY);
  }

  @ParameterizedTest
  @MethodSource("learners")
  void agreesWithScikitLearn(ElasticNet net) {
    String name = net.alpha() + "_" + net.l1Ratio();
    assertClose(net.fit(DATA), "plain_" + name);
    assertClose(net.fit(DATA.withWeights(TABLE.numbers("w"))), "weighted_" + name);
    assertClose(net.withIntercept(false).fit(DATA), "origin_" + name);
    assertClose(net.withPositive(true).fit(DATA), "positive_" + name);
    assertClose(net.fit(DATA.rows(0, 1, 2)), "wide_" + name);
  }

  private static void assertClose(LinearModel model, String name) {
    double[] expected = VALUES.values(name).get("coefficient");
    double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(model.summary().converged()).isTrue();
    assertThat(model.intercept()).isCloseTo(expected[0], within(REFERENCE * size));
    assertThat(model.coefficients())
        .as(name)
        .containsExactly(
            Arrays.copyOfRange(expected, 1, expected.length), within(REFERENCE * size));
  }

  @Test
  void wideSolutionsMeetTheOptimalityConditions() {
    Dataset data = random(40, 150);
    double alpha = 0.1;
    LinearModel model = exact(alpha, 1).fit(data);
    double[] b = model.coefficients();
    double[] residual = data.target();
    for (int i = 0; i < residual.length; i++) {
      residual[i] -= model.predict(data.x().row(i).toArray());
    }
    for (int j = 0; j < b.length; j++) {
      double pull = 0;
      for (int i = 0; i < residual.length; i++) {
        pull += data.x().get(i, j) * residual[i] / residual.length;
      }
      if (b[j] == 0) {
        assertThat(Math.abs(pull)).isLessThan(alpha + OPTIMALITY);
      } else {
        assertThat(pull).isCloseTo(alpha * Math.signum(b[j]), within(OPTIMALITY));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyModelOfThePathIsTheFitForItsAlpha(Dataset data) {
    ElasticNet net = exact(1, 0.7);
    ElasticNetPath path = net.path(data, 10, 0.01, new FitOptions());
    assertThat(path.models().get(0).coefficients()).containsOnly(0);
    for (int a = 0; a < 10; a++) {
      double[] alone = net.withAlpha(path.alphas()[a]).fit(data).coefficients();
      assertThat(path.models().get(a).coefficients()).containsExactly(alone, within(OPTIMALITY));
    }
    assertThat(path.toString().lines()).hasSize(11);
  }

  static Stream<Dataset> shapes() {
    return Stream.of(random(200, 12), random(20, 50));
  }

  @Test
  void lassoIsTheElasticNetOfRatioOne() {
    var lasso = new Lasso().withAlpha(0.1);
    assertThat(lasso.fit(DATA).coefficients())
        .isEqualTo(lasso.asElasticNet().fit(DATA).coefficients());
    assertThat(lasso.path(random(50, 5)).models()).hasSize(100);
  }

  @Test
  void aRatioOfZeroIsRidge() {
    Dataset data = random(100, 5);
    double alpha = 0.5;
    double[] ridge = new Ridge().withAlpha(alpha * data.rows()).fit(data).coefficients();
    assertThat(exact(alpha, 0).fit(data).coefficients()).containsExactly(ridge, within(OPTIMALITY));
  }

  @Test
  void theLimitOfSweepsEndsTheSearch() {
    LinearModel model = exact(1e-6, 0.5).withMaxIterations(1).fit(random(100, 20));
    assertThat(model.summary().converged()).isFalse();
    assertThat(model.summary().iterations()).isEqualTo(1);
  }

  @Test
  void difficultDataEndsWithFiniteCoefficients() {
    Matrix constant = Matrix.ofColumns(new double[] {3, 3, 3}, new double[] {1, 2, 4});
    Matrix twins = Matrix.ofColumns(new double[] {1, 2, 4}, new double[] {1, 2, 4});
    Matrix units = Matrix.ofColumns(new double[] {1e9, 2e9, 4e9}, new double[] {1e-9, 0, 2e-9});
    for (Matrix x : new Matrix[] {constant, twins, units}) {
      double[] b = new Lasso().withAlpha(0.1).fit(x, 1, 2, 5).coefficients();
      assertThat(Arrays.stream(b)).allMatch(Double::isFinite);
    }
    assertThat(new Lasso().fit(constant, 2, 2, 2).coefficients()).containsOnly(0);
    LinearModel one = new Lasso().fit(constant.slice(0, 1, 0, 2), 7);
    assertThat(one.coefficients()).containsOnly(0);
    assertThat(one.intercept()).isEqualTo(7);
  }

  @Test
  void aPathNeedsAnL1Penalty() {
    assertThatThrownBy(() -> new ElasticNet().withL1Ratio(0).path(DATA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("l1Ratio");
  }

  private static Dataset random(int n, int d) {
    RandomGenerator random = Seed.of(6).generator();
    double[] x = random.doubles((long) n * d, -1, 1).toArray();
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = 1 + 2 * x[i * d] - x[i * d + 1] + 0.3 * x[i * d + 2] + random.nextGaussian() / 10;
    }
    return Dataset.of(Matrix.wrap(x, n, d), y);
  }
}
