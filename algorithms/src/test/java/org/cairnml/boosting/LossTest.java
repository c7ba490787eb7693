package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Derivatives against central differences of the values. */
final class LossTest {

  private static final double STEP = 1e-5;
  private static final double DIFFERENCE_ERROR = 1e-4;

  @Test
  void derivativesOfSmoothLosses() {
    double[] targets = {0.2, 1, 3.5};
    double[] scores = {-1.3, 0.1, 0.9};
    for (Loss loss :
        List.of(
            new HuberLoss(Double.POSITIVE_INFINITY),
            new TweedieLoss(1),
            new TweedieLoss(1.5),
            new TweedieLoss(2))) {
      double[] g = new double[3];
      double[] h = new double[3];
      loss.derivatives(targets, scores, 0, 3, g, h);
      for (int i = 0; i < 3; i++) {
        double up = loss.value(targets[i], scores[i] + STEP);
        double here = loss.value(targets[i], scores[i]);
        double down = loss.value(targets[i], scores[i] - STEP);
        assertThat(g[i]).isCloseTo((up - down) / (2 * STEP), within(DIFFERENCE_ERROR));
        assertThat(h[i]).isCloseTo((up - 2 * here + down) / (STEP * STEP), within(1e-3));
      }
    }
  }

  @Test
  void firstDerivativesOfLossesWithKinks() {
    double[] targets = {0.2, 1, 3.5};
    double[] scores = {-1.3, 0.1, 0.9};
    for (Loss loss :
        List.of(new HuberLoss(1), new QuantileLoss(0.2, 1), new QuantileLoss(0.5, 2))) {
      double[] g = new double[3];
      double[] h = new double[3];
      loss.derivatives(targets, scores, 0, 3, g, h);
      for (int i = 0; i < 3; i++) {
        double up = loss.value(targets[i], scores[i] + STEP);
        double down = loss.value(targets[i], scores[i] - STEP);
        assertThat(g[i]).isCloseTo((up - down) / (2 * STEP), within(DIFFERENCE_ERROR));
        assertThat(h[i]).isEqualTo(1);
      }
    }
  }

  @Test
  void derivativesOfLogisticAndSoftmax() {
    int[] codes = {0, 1, 1, 0};
    check(new LogisticObjective(codes, null), new double[][] {{-3, 0.2, 1.5, 40}});
    check(
        new LogisticObjective(codes, new double[] {1, 2, 0.5, 3}),
        new double[][] {{-3, 0.2, 1.5, 4}});
    double[][] scores = {{0.1, 2, -1, 0}, {1, -2, 0.3, 5}, {0, 0, 0.7, -1}};
    check(new SoftmaxObjective(new int[] {0, 1, 2, 1}, 3, null), scores);
    check(new SoftmaxObjective(new int[] {0, 1, 2, 1}, 3, new double[] {1, 2, 0.5, 3}), scores);
  }

  private static void check(Objective objective, double[][] scores) {
    int n = scores[0].length;
    double[][] g = new double[scores.length][n];
    double[][] h = new double[scores.length][n];
    double value = objective.derivatives(0, scores, g, h);
    assertThat(value).isCloseTo(objective.value(0, scores), within(1e-10));
    for (int k = 0; k < scores.length; k++) {
      for (int i = 0; i < n; i++) {
        double kept = scores[k][i];
        scores[k][i] = kept + STEP;
        double up = objective.value(0, scores);
        scores[k][i] = kept - STEP;
        double down = objective.value(0, scores);
        scores[k][i] = kept;
        assertThat(g[k][i]).isCloseTo((up - down) / (2 * STEP), within(DIFFERENCE_ERROR));
        assertThat(h[k][i]).isCloseTo((up - 2 * value + down) / (STEP * STEP), within(2e-3));
      }
    }
  }
}
