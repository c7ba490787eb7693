package org.cairnml.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;

/** The curves beside scikit-learn's; origin in the head of calibrators.csv. */
final class CalibratorsTest {

  /** The reference minimum has a gradient of 1e-12 and a curvature of about 10. */
  private static final double REFERENCE = 1e-8;

  private static double[][] reference() throws IOException {
    try (InputStream in = CalibratorsTest.class.getResourceAsStream("calibrators.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("score"))
          .map(line -> List.of(line.split(",")))
          .map(cells -> cells.stream().mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    }
  }

  private static double[] column(double[][] rows, int j) {
    return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
  }

  private static boolean[] positive(double[][] rows) {
    boolean[] positive = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      positive[i] = rows[i][1] == 1;
    }
    return positive;
  }

  @Test
  void sigmoidIsPlatts() throws IOException {
    double[][] rows = reference();
    SigmoidCurve curve = SigmoidCurve.fit(column(rows, 0), positive(rows), column(rows, 2));
    for (double[] row : rows) {
      assertThat(curve.ofScore(row[3])).isCloseTo(row[4], within(REFERENCE));
    }
  }

  @Test
  void isotonicWithTiesAndWeightsIsScikitLearns() throws IOException {
    double[][] rows = reference();
    IsotonicScore curve = IsotonicScore.fit(column(rows, 0), positive(rows), column(rows, 2));
    for (double[] row : rows) {
      assertThat(curve.at(row[3])).isCloseTo(row[5], within(REFERENCE));
    }
  }

  @Test
  void sigmoidOfSeparableScoresIsFinite() {
    double[] scores = {-3, -2, 2, 3};
    boolean[] positive = {false, false, true, true};
    SigmoidCurve curve = SigmoidCurve.fit(scores, positive, new double[] {1, 1, 1, 1});
    assertThat(curve.slope()).isFinite().isPositive();
    // by symmetry; Platt's targets are 3/4 and 1/4
    assertThat(curve.intercept()).isCloseTo(0, within(REFERENCE));
    assertThat(curve.ofScore(2)).isBetween(0.7, 0.75);
  }

  @Test
  void temperatureUndoesAPower() {
    // Shares of the classes at each row are exactly p; the scores are p to the power 3, so the
    // exponent that minimizes the log-loss is 1/3.
    double[][] truth = {{0.5, 0.3, 0.2}, {0.1, 0.2, 0.7}, {0.25, 0.6, 0.15}};
    Matrix scores = Matrix.zeros(9, 3);
    int[] codes = new int[9];
    double[] weights = new double[9];
    for (int i = 0; i < 9; i++) {
      double[] p = truth[i / 3];
      double sum = 0;
      for (double value : p) {
        sum += value * value * value;
      }
      for (int c = 0; c < 3; c++) {
        scores.set(i, c, p[c] * p[c] * p[c] / sum);
      }
      codes[i] = i % 3;
      weights[i] = p[i % 3];
    }
    Labels labels = Labels.ofCodes(codes, List.of("a", "b", "c"));
    Temperature fitted = Temperature.fit(scores, labels, weights);
    assertThat(fitted.exponent()).isCloseTo(1.0 / 3, within(REFERENCE));
    double[] p = scores.row(0).toArray();
    fitted.calibrateInPlace(p);
    assertThat(p).containsExactly(truth[0], within(REFERENCE));
  }
}
