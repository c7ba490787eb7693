package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;

final class OwnLossAndIntervalsTest {

  private static final double ORDER_OF_SUMS = 1e-4;

  /** As in the Javadoc of {@link Loss}. */
  private record SquaredError() implements Loss {

    @Override
    public double value(double y, double score) {
      return (y - score) * (y - score) / 2;
    }

    @Override
    public void derivatives(
        double[] y, double[] score, int from, int to, double[] first, double[] second) {
      for (int i = from; i < to; i++) {
        first[i] = score[i] - y[i];
        second[i] = 1;
      }
    }

    @Override
    public double start(double[] y, double[] weights) {
      double sum = 0;
      double total = 0;
      for (int i = 0; i < y.length; i++) {
        sum += weights[i] * y[i];
        total += weights[i];
      }
      return sum / total;
    }
  }

  /** Noise that widens with the first column, around a curve of it. */
  private static Dataset widening(int n, long seed) {
    var random = new SplittableRandom(seed);
    Matrix x = Matrix.wrap(random.doubles(2L * n, 0, 1).toArray(), n, 2);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double a = x.get(i, 0);
      y[i] = Math.sin(6 * a) + (0.2 + a) * (random.nextDouble() - 0.5);
    }
    return Dataset.of(x, y);
  }

  @Test
  void anOwnSquaredErrorIsTheBuiltInOne() {
    Dataset data = widening(900, 1);
    double[] weights = new double[900];
    for (int i = 0; i < 900; i++) {
      weights[i] = 1 + i % 3;
    }
    var learner = new GradientBoostingRegressor().withTrees(30);
    for (Dataset of : new Dataset[] {data, data.withWeights(weights)}) {
      double[] own =
          learner.fit(of, new FitOptions(), new SquaredError()).predict(of.x()).toArray();
      double[] builtIn = learner.fit(of).predict(of.x()).toArray();
      assertThat(own).containsExactly(builtIn, within(ORDER_OF_SUMS));
    }
  }

  @Test
  void twoQuantilesHoldTheirShareOfNewRows() {
    int n = 4000;
    Dataset train = widening(n, 2);
    Dataset test = widening(n, 3);
    var quantile =
        new GradientBoostingRegressor().withLoss(RegressionLoss.QUANTILE).withMinSamplesLeaf(50);
    double[] low = quantile.withQuantile(0.05).fit(train).predict(test.x()).toArray();
    double[] high = quantile.withQuantile(0.95).fit(train).predict(test.x()).toArray();
    double[] y = test.target();
    double covered = 0;
    double narrow = 0;
    double wide = 0;
    for (int i = 0; i < n; i++) {
      covered += low[i] <= y[i] && y[i] <= high[i] ? 1.0 / n : 0;
      narrow += test.x().get(i, 0) < 0.3 ? high[i] - low[i] : 0;
      wide += test.x().get(i, 0) > 0.7 ? high[i] - low[i] : 0;
    }
    double learnedQuantilesAreALittleNarrow = 0.04;
    assertThat(covered).isCloseTo(0.9, within(learnedQuantilesAreALittleNarrow));
    assertThat(wide).isGreaterThan(1.5 * narrow);
  }
}
