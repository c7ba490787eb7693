package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cairnml.linear.ClassificationData.THREE;
import static org.cairnml.linear.ClassificationData.TWO;
import static org.cairnml.linear.ClassificationData.unweighted;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cairnml.base.DataException;
import org.cairnml.base.Progress;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.cairnml.testing.Stored;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("numeric")
class LogisticRegressionTest {

  /** Newton's method and the reference are both converged to rounding. */
  private static final double CONVERGED = 1e-9;

  /** L-BFGS ends by the gradient: its coefficients are a few digits less exact. */
  private static final double QUASI_NEWTON = 1e-5;

  private static final Reference EXPECTED =
      Reference.table(LogisticRegressionTest.class, "classification_reference.csv");

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1, 100})
  void newtonAgreesWithConvergedScikitLearn(double c) {
    var learner = new LogisticRegression().withSolver(LogisticSolver.NEWTON).withC(c);
    agrees(learner, CONVERGED);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1, 100})
  void lbfgsAgreesWithConvergedScikitLearn(double c) {
    agrees(new LogisticRegression().withSolver(LogisticSolver.LBFGS).withC(c), QUASI_NEWTON);
  }

  private static void agrees(LogisticRegression learner, double tolerance) {
    for (Dataset weighted : List.of(TWO, THREE)) {
      String kind = weighted == TWO ? "two_" : "three_";
      Dataset data = unweighted(weighted);
      assertClose(learner.fit(data), kind + learner.c(), tolerance);
      assertClose(learner.fit(weighted), kind + "weighted_" + learner.c(), tolerance);
      assertClose(
          learner.withClassWeights(ClassWeights.BALANCED).fit(data),
          kind + "balanced_" + learner.c(),
          tolerance);
      assertClose(
          learner.withIntercept(false).fit(data), kind + "origin_" + learner.c(), tolerance);
    }
  }

  @Test
  void withoutPenalty() {
    for (var learner :
        List.of(
            new LogisticRegression().withPenalty(Penalty.NONE),
            new LogisticRegression().withC(Double.POSITIVE_INFINITY),
            new LogisticRegression().withPenalty(Penalty.L1).withC(Double.POSITIVE_INFINITY))) {
      assertClose(learner.fit(unweighted(TWO)), "two_free", CONVERGED);
      assertClose(learner.fit(unweighted(THREE)), "three_free", CONVERGED);
    }
  }

  private static void assertClose(LogisticModel model, String name, double tolerance) {
    ClassificationData.assertClose(model, EXPECTED.values(name), name, tolerance);
  }

  @ParameterizedTest
  @EnumSource(LogisticSolver.class)
  void threadsDoNotChangeTheResult(LogisticSolver solver) {
    Dataset data = noisy(30_000, 3);
    var learner = new LogisticRegression().withSolver(solver);
    var one = learner.fit(data, new FitOptions().withWorkers(1));
    var three = learner.fit(data, new FitOptions().withWorkers(3));
    assertThat(three.coefficients()).isEqualTo(one.coefficients());
    assertThat(three.intercepts()).isEqualTo(one.intercepts());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void theStartFromASampleDoesNotChangeTheResult(int classes) {
    Dataset data = noisy(40_000, classes);
    var newton = new LogisticRegression().withSolver(LogisticSolver.NEWTON).fit(data);
    var lbfgs =
        new LogisticRegression().withSolver(LogisticSolver.LBFGS).withTolerance(1e-12).fit(data);
    for (int i = 0; i < newton.coefficients().rows(); i++) {
      assertThat(newton.coefficients().row(i).toArray())
          .containsExactly(lbfgs.coefficients().row(i).toArray(), within(1e-7));
    }
  }

  @Test
  void unitsAndOffsetsOfColumnsDoNotMatterWithoutPenalty() {
    Dataset data = unweighted(TWO);
    double[] units = {1e-8, 1e7, 1, 1e3};
    double[] offsets = {0, 1e9, 1e6, -5};
    Matrix x = data.x().copy();
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < units.length; j++) {
        x.set(i, j, x.get(i, j) * units[j] + offsets[j]);
      }
    }
    var learner = new LogisticRegression().withC(Double.POSITIVE_INFINITY);
    var plain = learner.fit(data);
    var shifted = learner.fit(data.withFeatures(x, data.schema()));
    for (int j = 0; j < units.length; j++) {
      double expected = plain.coefficients().get(0, j);
      assertThat(shifted.coefficients().get(0, j) * units[j])
          .isCloseTo(expected, within(1e-6 * Math.abs(expected)));
    }
  }

  @Test
  void constantColumnsGetNoCoefficient() {
    double[] same = new double[TWO.rows()];
    Arrays.fill(same, 0.1);
    Matrix x = Matrix.ofColumns(TWO.x().column(0).toArray(), same);
    var model = new LogisticRegression().fit(x, TWO.labels());
    assertThat(model.coefficients().get(0, 1)).isZero();
    var free = new LogisticRegression().withC(Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> free.fit(x, TWO.labels()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("constant", "finite value");
  }

  @Test
  void separatedClassesDoNotConvergeWithoutPenalty() {
    Matrix x = Matrix.of(6, 1, 1, 2, 3, 10, 11, 12);
    Labels labels = Labels.of(0, 0, 0, 1, 1, 1);
    for (LogisticSolver solver : LogisticSolver.values()) {
      var learner = new LogisticRegression().withSolver(solver);
      var model = learner.fit(x, labels);
      assertThat(model.summary().converged()).isTrue();
      assertThat(model.predict(x)).isEqualTo(labels);
      var free = learner.withPenalty(Penalty.NONE).fit(x, labels);
      assertThat(free.summary().converged()).isFalse();
      assertThat(free.predict(x)).isEqualTo(labels);
      assertThat(free.coefficients().get(0, 0)).isFinite().isPositive();
    }
  }

  @Test
  void oneClassIsRefusedByName() {
    assertThatThrownBy(
            () -> new LogisticRegression().fit(Matrix.of(2, 1, 1, 2), Labels.of("a", "a")))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("'a'", "two classes");
  }

  @Test
  void theLimitOfStepsIsReported() {
    for (LogisticSolver solver : LogisticSolver.values()) {
      var model = new LogisticRegression().withSolver(solver).withMaxIterations(1).fit(THREE);
      assertThat(model.summary().converged()).isFalse();
      assertThat(model.summary().iterations()).isEqualTo(1);
    }
  }

  @Test
  void theListenerCanStop() {
    var options = new FitOptions().withProgress(step -> Progress.Answer.STOP);
    var model = new LogisticRegression().fit(THREE, options);
    assertThat(model.summary().converged()).isFalse();
  }

  @Test
  void probabilitiesStayFiniteFarOut() {
    for (Dataset data : List.of(TWO, THREE)) {
      var model = new LogisticRegression().fit(data);
      for (double size : new double[] {1e3, -1e6, 1e12}) {
        double[] p = model.probabilities(new double[] {size, size, -size, size});
        assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-15));
        assertThat(Arrays.stream(p).allMatch(v -> v >= 0 && v <= 1)).isTrue();
      }
    }
  }

  @Test
  void survivesTheCodec() {
    for (Dataset data : List.of(TWO, THREE)) {
      var model = new LogisticRegression().fit(data);
      var copy = Stored.copy(model, LogisticModel.class);
      assertThat(copy.probabilities(data.x())).isEqualTo(model.probabilities(data.x()));
      assertThat(copy.fittedClasses()).isEqualTo(model.fittedClasses());
    }
  }

  private static Dataset noisy(int n, int classes) {
    var random = new SplittableRandom(3);
    Matrix x = Matrix.zeros(n, 6);
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < 6; j++) {
        x.set(i, j, (j + 1) * (random.nextDouble() - 0.5));
        sum += x.get(i, j);
      }
      codes[i] = Math.floorMod((int) Math.floor(sum / 3 + random.nextDouble()), classes);
    }
    return Dataset.of(x, Labels.of(codes));
  }
}
