package org.cairnml.metrics;

import org.apache.commons.statistics.distribution.TDistribution;
import org.cairnml.base.DataException;

/**
 * The corrected resampled t-test of whether two learners are equally good, from the scores of both
 * on the same folds or random splits. Training sets overlap, so scores are not independent and a
 * plain t-test finds differences that are none; the variance is enlarged for that.
 *
 * <p>C. Nadeau, Y. Bengio, Inference for the generalization error, 2003,
 * doi:10.1023/A:1024068626366.
 *
 * @param meanDifference the mean of first minus second score
 * @param standardError its corrected standard error
 * @param degreesOfFreedom the number of splits minus 1
 */
public record CorrectedTTest(double meanDifference, double standardError, int degreesOfFreedom) {

  /**
   * Compares the scores of J splits.
   *
   * @param first (J) scores of the first learner
   * @param second (J) scores of the second learner on the same splits
   * @param testShare the test rows over the training rows of a split: 1 / (folds - 1) for
   *     cross-validation
   * @throws DataException if there are fewer than two splits, not as many of both, or a score is
   *     not finite
   * @throws IllegalArgumentException if {@code testShare} is not positive
   */
  public static CorrectedTTest of(double[] first, double[] second, double testShare) {
    if (!(testShare > 0) || Double.isInfinite(testShare)) {
      throw new IllegalArgumentException("testShare must be above 0, but was " + testShare);
    }
    if (first.length != second.length || first.length < 2) {
      throw new DataException(
          "the test needs scores of both learners on the same two splits or more, but got %d and %d"
              .formatted(first.length, second.length));
    }
    Require.finite("score of the first learner", first);
    Require.finite("score of the second learner", second);
    int splits = first.length;
    double mean = 0;
    for (int j = 0; j < splits; j++) {
      mean += (first[j] - second[j]) / splits;
    }
    double variance = 0;
    for (int j = 0; j < splits; j++) {
      double deviation = first[j] - second[j] - mean;
      variance += deviation * deviation / (splits - 1);
    }
    return new CorrectedTTest(mean, Math.sqrt((1.0 / splits + testShare) * variance), splits - 1);
  }

  /** The mean difference over its standard error; {@code NaN} if that is 0. */
  public double t() {
    return standardError == 0 ? Double.NaN : meanDifference / standardError;
  }

  /** The two-sided p-value; 1 if the mean difference is 0. */
  public double pValue() {
    return meanDifference == 0
        ? 1
        : 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t()));
  }
}
