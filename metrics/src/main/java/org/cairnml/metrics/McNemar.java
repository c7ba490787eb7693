package org.cairnml.metrics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.cairnml.data.Labels;

/**
 * McNemar's test of whether two classifiers are right equally often on the same rows. Only the rows
 * count on which exactly one of the two is right.
 *
 * <p>Q. McNemar, Note on the sampling error of the difference between correlated proportions or
 * percentages, 1947, doi:10.1007/BF02295996.
 *
 * @param onlyFirstRight rows that only the first predicts rightly
 * @param onlySecondRight rows that only the second predicts rightly
 */
public record McNemar(int onlyFirstRight, int onlySecondRight) {

  /** Checks the counts. */
  public McNemar {
    if (onlyFirstRight < 0 || onlySecondRight < 0) {
      throw new IllegalArgumentException(
          "counts must not be negative, but were " + onlyFirstRight + " and " + onlySecondRight);
    }
  }

  /**
   * Counts the rows.
   *
   * @throws org.cairnml.base.DataException if there are no rows, or not as many predictions
   */
  public static McNemar of(Labels truth, Labels first, Labels second) {
    Require.sameLength(truth.size(), first.size());
    Require.sameLength(truth.size(), second.size());
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int i = 0; i < truth.size(); i++) {
      boolean firstRight = truth.get(i).equals(first.get(i));
      boolean secondRight = truth.get(i).equals(second.get(i));
      onlyFirst += firstRight && !secondRight ? 1 : 0;
      onlySecond += secondRight && !firstRight ? 1 : 0;
    }
    return new McNemar(onlyFirst, onlySecond);
  }

  /**
   * The exact two-sided p-value, from the binomial distribution; 1 if the two are always right or
   * wrong together. Right for any number of rows.
   */
  public double exactPValue() {
    int rows = onlyFirstRight + onlySecondRight;
    if (rows == 0) {
      return 1;
    }
    int fewer = Math.min(onlyFirstRight, onlySecondRight);
    return Math.min(1, 2 * BinomialDistribution.of(rows, 0.5).cumulativeProbability(fewer));
  }

  /** (|b - c| - 1)^2 / (b + c), about chi-squared with 1 degree of freedom; 0 if b = c. */
  public double statistic() {
    double difference = Math.max(0, Math.abs(onlyFirstRight - onlySecondRight) - 1);
    int rows = onlyFirstRight + onlySecondRight;
    return rows == 0 ? 0 : difference * difference / rows;
  }

  /** The p-value of {@link #statistic}, good from some 25 such rows on. */
  public double asymptoticPValue() {
    return ChiSquaredDistribution.of(1).survivalProbability(statistic());
  }
}
