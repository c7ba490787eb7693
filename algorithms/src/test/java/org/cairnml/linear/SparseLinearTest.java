package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Regressor;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sparse rows give the models of the same rows, dense. */
@Tag("numeric")
class SparseLinearTest {

  /** Two ways to one optimum, each of them converged. */
  private static final double SAME = 1e-8;

  /** Iterations that end at a step, or a gradient, of about 1e-8. */
  private static final double STEPS = 1e-7;

  private static Dataset dense(int n, int d, double share) {
    RandomGenerator random = Seed.of(5).generator();
    Matrix x = Matrix.zeros(n, d);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        if (random.nextDouble() < share) {
          x.set(i, j, 1 + j % 3 + random.nextDouble());
        }
        y[i] += (j % 2 - 0.3) * x.get(i, j);
      }
      y[i] += random.nextDouble();
    }
    return Dataset.of(x, y);
  }

  private static Dataset sparse(Dataset dense) {
    return dense.withFeatures(SparseMatrix.of(dense.x()), dense.schema());
  }

  private static Dataset weighted(Dataset data) {
    return data.withWeights(IntStream.range(0, data.rows()).mapToDouble(i -> i % 4).toArray());
  }

  static Stream<Regressor<LinearModel>> regressors() {
    var net = new ElasticNet().withAlpha(0.05).withTolerance(1e-14).withMaxIterations(100_000);
    return Stream.of(
        new Ridge(),
        new Ridge().withIntercept(false).withAlpha(3),
        net,
        net.withL1Ratio(1).withIntercept(false),
        net.withPositive(true),
        new Lasso().withAlpha(0.1).withTolerance(1e-14).withMaxIterations(100_000));
  }

  @ParameterizedTest
  @MethodSource("regressors")
  void linesAreThoseOfDenseRows(Regressor<LinearModel> learner) {
    for (Dataset data : new Dataset[] {dense(90, 12, 0.3), dense(20, 45, 0.4)}) {
      assertSame(learner.fit(data), learner.fit(sparse(data)));
      assertSame(learner.fit(weighted(data)), learner.fit(weighted(sparse(data))));
    }
  }

  private static void assertSame(LinearModel expected, LinearModel actual) {
    assertThat(actual.summary().converged()).isTrue();
    assertThat(actual.intercept()).isCloseTo(expected.intercept(), within(SAME));
    assertThat(actual.coefficients()).containsExactly(expected.coefficients(), within(SAME));
    assertThat(actual.summary().objective())
        .isCloseTo(expected.summary().objective(), within(SAME));
  }

  static Stream<LogisticRegression> classifiers() {
    var l1 = new LogisticRegression().withPenalty(Penalty.L1);
    return Stream.of(
        new LogisticRegression(),
        new LogisticRegression().withIntercept(false),
        new LogisticRegression().withSolver(LogisticSolver.LBFGS).withTolerance(1e-12),
        l1,
        l1.withPenalty(Penalty.ELASTIC_NET));
  }

  /** Equal classes by the target, of which every fifth row has the next. */
  private static Dataset classified(Dataset numbers, int classes) {
    double[] sorted = numbers.target();
    Arrays.sort(sorted);
    int[] codes =
        Arrays.stream(numbers.target())
            .mapToInt(
                y -> classes * (-1 - Arrays.binarySearch(sorted, y + 1e-9)) / (sorted.length + 1))
            .toArray();
    for (int i = 0; i < codes.length; i += 5) {
      codes[i] = (codes[i] + 1) % classes;
    }
    return numbers.withLabels(Labels.of(codes));
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void classesAreThoseOfDenseRows(LogisticRegression learner) {
    for (int classes : new int[] {2, 3}) {
      Dataset data = weighted(classified(dense(150, 6, 0.4), classes));
      LogisticModel expected = learner.fit(data);
      LogisticModel actual = learner.fit(sparse(data));
      assertThat(actual.summary().converged()).isTrue();
      assertThat(actual.intercepts()).containsExactly(expected.intercepts(), within(STEPS));
      for (int c = 0; c < expected.coefficients().rows(); c++) {
        assertThat(actual.coefficients().row(c).toArray())
            .containsExactly(expected.coefficients().row(c).toArray(), within(STEPS));
      }
    }
  }

  /** Enough rows for several parts. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void threadsDoNotChangeClassesOfSparseRows(int classes) {
    Dataset data = weighted(sparse(classified(dense(7000, 20, 0.2), classes)));
    var learner = new LogisticRegression();
    LogisticModel one = learner.fit(data, new FitOptions().withWorkers(1));
    LogisticModel three = learner.fit(data, new FitOptions().withWorkers(3));
    assertThat(three.coefficients()).isEqualTo(one.coefficients());
    assertThat(three.intercepts()).isEqualTo(one.intercepts());
  }

  @Test
  void moreColumnsThanADenseMatrixCouldHoldAreFitted() {
    int n = 400;
    int d = 2_000_000;
    RandomGenerator random = Seed.of(9).generator();
    int[] rows = new int[20 * n];
    int[] columns = new int[rows.length];
    double[] values = new double[rows.length];
    double[] y = new double[n];
    for (int q = 0; q < rows.length; q++) {
      rows[q] = q / 20;
      columns[q] = q % 20 == 0 ? rows[q] % 2 : random.nextInt(d);
      values[q] = 1;
      y[rows[q]] = rows[q] % 2;
    }
    var x = SparseMatrix.ofTriplets(n, d, rows, columns, values);
    Dataset data = Dataset.of(x).withTarget(y);
    LinearModel lasso = new Lasso().withAlpha(0.05).fit(data);
    assertThat(lasso.predict(x).toArray()).containsExactly(y, within(0.5));
    assertThat(Arrays.stream(lasso.coefficients()).filter(b -> b != 0).count()).isLessThan(10);
    LinearModel ridge = new Ridge().fit(data);
    assertThat(ridge.predict(x).toArray()).containsExactly(y, within(0.5));
  }
}
