package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cairnml.linear.ClassificationData.THREE;
import static org.cairnml.linear.ClassificationData.TWO;
import static org.cairnml.linear.ClassificationData.unweighted;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logistic regression with penalties on magnitudes. */
@Tag("numeric")
class SparseLogisticTest {

  /** What the issue asks of unique optima, relative to the largest coefficient. */
  private static final double REFERENCE = 1e-6;

  /** Of the penalty: gradient steps end at a gradient of 1e-8 of the rows. */
  private static final double OPTIMALITY = 1e-5;

  private static final Reference EXPECTED =
      Reference.table(SparseLogisticTest.class, "sparse_logistic_reference.csv");
  private static final Reference OBJECTIVES =
      Reference.table(SparseLogisticTest.class, "sparse_logistic_objectives.csv");

  private static LogisticRegression learner(double c, double l1Ratio) {
    var learner = new LogisticRegression().withC(c).withL1Ratio(l1Ratio);
    return learner.withPenalty(l1Ratio == 1 ? Penalty.L1 : Penalty.ELASTIC_NET);
  }

  static Stream<LogisticRegression> learners() {
    return Stream.of(0.1, 1.0, 10.0)
        .flatMap(c -> Stream.of(1.0, 0.3).map(ratio -> learner(c, ratio)));
  }

  @ParameterizedTest
  @MethodSource("learners")
  void agreesWithConvergedScikitLearn(LogisticRegression learner) {
    String name = learner.c() + "_" + learner.l1Ratio();
    assertClose(learner.fit(unweighted(TWO)), "two_" + name);
    assertClose(learner.fit(TWO), "two_weighted_" + name);
    assertClose(learner.fit(unweighted(THREE)), "three_" + name);
    assertClose(learner.fit(THREE), "three_weighted_" + name);
  }

  private static void assertClose(LogisticModel model, String name) {
    var expected = EXPECTED.values(name);
    ClassificationData.assertClose(model, expected, name, REFERENCE);
    double objective = OBJECTIVES.values(name).get("objective")[0];
    assertThat(model.summary().objective()).isCloseTo(objective, within(REFERENCE * objective));
    for (int c = 0; c < expected.size(); c++) {
      double[] row = expected.get("row" + c);
      for (int j = 1; j < row.length; j++) {
        assertThat(model.coefficients().get(c, j - 1) == 0).as(name).isEqualTo(row[j] == 0);
      }
    }
  }

  /** More coefficients than Newton's method is used for. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void manyColumnsMeetTheOptimalityConditions(int classes) {
    Dataset data = random(60, 700, classes);
    double c = 0.2;
    var learner = learner(c, 1).withMaxIterations(20_000);
    LogisticModel model = learner.fit(data);
    assertThat(model.summary().converged()).isTrue();
    Matrix b = model.coefficients();
    for (int row = 0; row < b.rows(); row++) {
      for (int j = 0; j < data.cols(); j++) {
        double slope = 0;
        for (int i = 0; i < data.rows(); i++) {
          int k = classes == 2 ? 1 : row;
          double chance = model.probabilities(data.x().row(i).toArray())[k];
          slope += data.x().get(i, j) * (chance - (data.labels().code(i) == k ? 1 : 0));
        }
        double expected = b.get(row, j) == 0 ? Math.min(1, Math.abs(slope * c)) : 1;
        assertThat(Math.abs(slope * c)).isCloseTo(expected, within(OPTIMALITY));
        assertThat(b.get(row, j) * slope).isLessThanOrEqualTo(0);
      }
    }
  }

  @Test
  void threadsDoNotChangeTheResult() {
    for (int columns : new int[] {5, 650}) {
      Dataset data = random(3000, columns, 2);
      var learner = learner(0.01, 0.5).withMaxIterations(20);
      var one = learner.fit(data, new FitOptions().withWorkers(1));
      var three = learner.fit(data, new FitOptions().withWorkers(3));
      assertThat(three.coefficients()).isEqualTo(one.coefficients());
    }
  }

  @Test
  void aStrongPenaltyLeavesTheSharesOfTheClasses() {
    var model = learner(1e-9, 1).fit(TWO.x(), TWO.labels());
    assertThat(model.coefficients()).isEqualTo(Matrix.zeros(1, TWO.cols()));
    double share = IntStream.range(0, TWO.rows()).filter(i -> TWO.labels().code(i) == 1).count();
    double odds = share / (TWO.rows() - share);
    assertThat(model.intercepts()[0]).isCloseTo(Math.log(odds), within(REFERENCE));
  }

  @Test
  void lbfgsIsRefused() {
    var learner = new LogisticRegression().withSolver(LogisticSolver.LBFGS);
    assertThatThrownBy(() -> learner.withPenalty(Penalty.L1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("L-BFGS", "magnitudes");
  }

  private static Dataset random(int n, int d, int classes) {
    var random = new SplittableRandom(5);
    Matrix x = Matrix.zeros(n, d);
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        x.set(i, j, random.nextDouble() - 0.5);
      }
      double score = 3 * x.get(i, 0) - 2 * x.get(i, 1) + random.nextDouble();
      codes[i] = Math.floorMod((int) Math.floor(score), classes);
    }
    return Dataset.of(x, Labels.of(codes));
  }
}
