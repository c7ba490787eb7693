package org.cairnml.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.data.Labels;

/**
 * How often rows are positive whose predicted probability is about p, for p in bins. Immutable.
 *
 * <p>A. Niculescu-Mizil, R. Caruana, Predicting good probabilities with supervised learning, 2005,
 * doi:10.1145/1102351.1102430.
 */
public final class CalibrationCurve {

  /** Where bins end. */
  public enum Binning {
    /** Bins of equal width from 0 to 1. */
    UNIFORM,
    /** Bins of about equally many rows: quantiles of the probabilities, interpolated. */
    QUANTILE
  }

  /**
   * The rows whose probability is in (lower, upper]; in the first bin, from lower on.
   *
   * @param lower the lower end
   * @param upper the upper end
   * @param rows how many rows (of weighted ones, the sum of weights), more than 0
   * @param predicted the mean predicted probability of the rows
   * @param observed the share of positive rows
   */
  public record Bin(double lower, double upper, double rows, double predicted, double observed) {}

  private final List<Bin> bins;

  private CalibrationCurve(List<Bin> bins) {
    this.bins = List.copyOf(bins);
  }

  /**
   * The curve of two classes.
   *
   * @param probabilities (n) of the second class of the truth
   * @param bins how many; empty ones are left out
   * @throws DataException if there are not two classes, no rows, not as many probabilities, or one
   *     is not from 0 to 1
   * @throws IllegalArgumentException if {@code bins < 1}
   */
  public static CalibrationCurve of(
      Labels truth, double[] probabilities, int bins, Binning binning) {
    return of(truth, probabilities, bins, binning, Weights.ones(truth.size()));
  }

  /** The same with a weight for each row; {@link Binning#QUANTILE} cuts as if rows had none. */
  public static CalibrationCurve of(
      Labels truth, double[] probabilities, int bins, Binning binning, double[] weights) {
    if (bins < 1) {
      throw new IllegalArgumentException("bins must be at least 1, but was " + bins);
    }
    boolean[] positive = BinaryScores.positives(truth);
    Require.sameLength(positive.length, probabilities.length);
    Require.probabilities(probabilities);
    Weights.check(positive.length, weights);
    double[] edges = edges(probabilities, bins, binning);
    double[] rows = new double[bins];
    double[] predicted = new double[bins];
    double[] observed = new double[bins];
    for (int i = 0; i < positive.length; i++) {
      int b = bin(probabilities[i], edges);
      rows[b] += weights[i];
      predicted[b] += weights[i] * probabilities[i];
      observed[b] += positive[i] ? weights[i] : 0;
    }
    List<Bin> filled = new ArrayList<>();
    for (int b = 0; b < bins; b++) {
      if (rows[b] > 0) {
        filled.add(
            new Bin(
                edges[b], edges[b + 1], rows[b], predicted[b] / rows[b], observed[b] / rows[b]));
      }
    }
    return new CalibrationCurve(filled);
  }

  private static double[] edges(double[] probabilities, int bins, Binning binning) {
    double[] sorted = probabilities.clone();
    Arrays.sort(sorted);
    double[] edges = new double[bins + 1];
    for (int b = 0; b <= bins; b++) {
      double share = (double) b / bins;
      edges[b] = binning == Binning.UNIFORM ? share : SortedQuantile.of(sorted, share);
    }
    return edges;
  }

  /** The number of inner edges below the probability. */
  private static int bin(double probability, double[] edges) {
    int low = 1;
    int high = edges.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edges[middle] < probability) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** The bins that have rows, by rising probability. */
  public List<Bin> bins() {
    return bins;
  }

  /**
   * The expected calibration error: the mean of |predicted - observed| over the bins, weighted with
   * their rows (M. Naeini, G. Cooper, M. Hauskrecht 2015, doi:10.1609/aaai.v29i1.9602).
   */
  public double expectedError() {
    double sum = 0;
    double rows = 0;
    for (Bin bin : bins) {
      sum += bin.rows() * Math.abs(bin.predicted() - bin.observed());
      rows += bin.rows();
    }
    return sum / rows;
  }

  /** The largest |predicted - observed| of a bin. */
  public double maximumError() {
    return bins.stream().mapToDouble(b -> Math.abs(b.predicted() - b.observed())).max().orElse(0);
  }
}
