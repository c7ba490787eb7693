package org.cairnml.metrics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.cairnml.base.DataException;
import org.cairnml.data.Labels;

/**
 * DeLong's test of whether two scores of the same rows have the same area under the ROC curve, and
 * the standard error of the areas.
 *
 * <p>E. DeLong, D. DeLong, D. Clarke-Pearson 1988, doi:10.2307/2531595; in O(n log n) by X. Sun, W.
 * Xu 2014, doi:10.1109/LSP.2014.2337313.
 *
 * @param firstAuc the area of the first scores
 * @param secondAuc the area of the second scores
 * @param firstStandardError of the first area
 * @param secondStandardError of the second area
 * @param differenceStandardError of first minus second area
 */
public record DeLong(
    double firstAuc,
    double secondAuc,
    double firstStandardError,
    double secondStandardError,
    double differenceStandardError) {

  /**
   * Compares two scores of rows of two classes, the second of which is the positive one.
   *
   * @throws DataException if there are not two classes with at least two rows each, not as many
   *     scores, or a score is NaN or infinite
   */
  public static DeLong of(Labels truth, double[] first, double[] second) {
    boolean[] positive = BinaryScores.positives(truth);
    Placements a = Placements.of(positive, first);
    Placements b = Placements.of(positive, second);
    double aa = a.covariance(a);
    double bb = b.covariance(b);
    return new DeLong(
        a.auc(),
        b.auc(),
        Math.sqrt(aa),
        Math.sqrt(bb),
        Math.sqrt(Math.max(0, aa + bb - 2 * a.covariance(b))));
  }

  /** The difference of the areas over its standard error; {@code NaN} if that is 0. */
  public double z() {
    return differenceStandardError == 0
        ? Double.NaN
        : (firstAuc - secondAuc) / differenceStandardError;
  }

  /** The two-sided p-value; 1 if the areas are equal, {@code NaN} if only they differ for sure. */
  public double pValue() {
    return firstAuc == secondAuc
        ? 1
        : 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z()));
  }

  /** For each row the share of the other class that it beats, ties counted half. */
  private record Placements(double[] ofPositives, double[] ofNegatives) {

    static Placements of(boolean[] positive, double[] scores) {
      BinaryScores counts = BinaryScores.of(positive, scores);
      int positives = (int) counts.positives();
      int negatives = (int) counts.negatives();
      if (positives < 2 || negatives < 2) {
        throw new DataException(
            "the test needs two rows of each class, but there are %d positive and %d negative ones"
                .formatted(positives, negatives));
      }
      double[] ofPositives = new double[positives];
      double[] ofNegatives = new double[negatives];
      int p = 0;
      int q = 0;
      for (int i = 0; i < positive.length; i++) {
        int at = find(counts, scores[i]);
        double tpAbove = at == 0 ? 0 : counts.truePositives(at - 1);
        double fpAbove = at == 0 ? 0 : counts.falsePositives(at - 1);
        if (positive[i]) {
          ofPositives[p++] = 1 - (fpAbove + counts.falsePositives(at)) / 2 / negatives;
        } else {
          ofNegatives[q++] = (tpAbove + counts.truePositives(at)) / 2 / positives;
        }
      }
      return new Placements(ofPositives, ofNegatives);
    }

    private static int find(BinaryScores counts, double score) {
      int low = 0;
      int high = counts.size() - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (counts.threshold(middle) > score) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    double auc() {
      return mean(ofPositives);
    }

    double covariance(Placements other) {
      return covariance(ofPositives, other.ofPositives) / ofPositives.length
          + covariance(ofNegatives, other.ofNegatives) / ofNegatives.length;
    }

    private static double covariance(double[] a, double[] b) {
      double meanA = mean(a);
      double meanB = mean(b);
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += (a[i] - meanA) * (b[i] - meanB);
      }
      return sum / (a.length - 1);
    }

    private static double mean(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum / values.length;
    }
  }
}
