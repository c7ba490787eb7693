package org.cairnml.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cairnml.linalg.Matrix;

/**
 * How far two partitions of the same rows agree, whatever their numbers are: a clustering and the
 * true classes, or two clusterings. Immutable.
 *
 * <p>Any integers name the parts; noise (-1) is a part like any other. Where a partition has one
 * part, the values are those of scikit-learn.
 *
 * <p>L. Hubert, P. Arabie, Comparing partitions, 1985, doi:10.1007/BF01908075; N. Vinh, J. Epps, J.
 * Bailey, Information theoretic measures for clusterings comparison, 2010,
 * jmlr.org/papers/v11/vinh10a.html.
 */
public final class ClusterAgreement {

  /** How the entropies of the two partitions become the largest mutual information possible. */
  public enum EntropyAverage {
    /** The smaller one. */
    MIN,
    /** The square root of their product. */
    GEOMETRIC,
    /** Their mean, the default. */
    ARITHMETIC,
    /** The larger one. */
    MAX;

    private double of(double a, double b) {
      return switch (this) {
        case MIN -> Math.min(a, b);
        case GEOMETRIC -> Math.sqrt(a * b);
        case ARITHMETIC -> (a + b) / 2;
        case MAX -> Math.max(a, b);
      };
    }
  }

  private final int n;
  private final long[][] counts;
  private final long[] truthSizes;
  private final long[] clusterSizes;

  private ClusterAgreement(int n, long[][] counts) {
    this.n = n;
    this.counts = counts;
    this.truthSizes = Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray();
    this.clusterSizes = new long[counts[0].length];
    for (long[] row : counts) {
      for (int c = 0; c < row.length; c++) {
        clusterSizes[c] += row[c];
      }
    }
  }

  /**
   * Compares two partitions of n rows.
   *
   * @throws org.cairnml.base.DataException if there are no rows, or not as many in both
   */
  public static ClusterAgreement of(int[] truth, int[] clusters) {
    Require.sameLength(truth.length, clusters.length);
    int[] rows = numbered(truth);
    int[] columns = numbered(clusters);
    int parts = Arrays.stream(rows).max().orElse(0) + 1;
    int groups = Arrays.stream(columns).max().orElse(0) + 1;
    long[][] counts = new long[parts][groups];
    for (int i = 0; i < rows.length; i++) {
      counts[rows[i]][columns[i]]++;
    }
    return new ClusterAgreement(truth.length, counts);
  }

  /** The same parts, numbered from 0 by their values. */
  private static int[] numbered(int[] parts) {
    Map<Integer, Integer> number = new HashMap<>();
    Arrays.stream(parts).sorted().distinct().forEach(p -> number.put(p, number.size()));
    return Arrays.stream(parts).map(number::get).toArray();
  }

  /** How many rows each part of the first has in each of the second, both sorted by number. */
  public Matrix contingency() {
    Matrix matrix = Matrix.zeros(counts.length, clusterSizes.length);
    for (int t = 0; t < counts.length; t++) {
      for (int c = 0; c < clusterSizes.length; c++) {
        matrix.set(t, c, counts[t][c]);
      }
    }
    return matrix;
  }

  /**
   * The ordered pairs of rows that the first partition (rows: apart, together) and the second one
   * (columns: the same) keep apart or together (2 x 2).
   */
  public Matrix pairConfusion() {
    double together = 2 * pairsTogether();
    double onlyFirst = 2 * pairsWithin(truthSizes) - together;
    double onlySecond = 2 * pairsWithin(clusterSizes) - together;
    double apart = 2 * pairs(n) - together - onlyFirst - onlySecond;
    return Matrix.of(new double[][] {{apart, onlySecond}, {onlyFirst, together}});
  }

  /**
   * The share of pairs of rows that both keep together or both keep apart; 1 if there is no pair.
   */
  public double rand() {
    double pairs = pairs(n);
    double apartInOne = pairsWithin(truthSizes) + pairsWithin(clusterSizes) - 2 * pairsTogether();
    return pairs == 0 ? 1 : (pairs - apartInOne) / pairs;
  }

  /** {@link #rand}, moved and scaled so that chance scores 0 and full agreement 1. */
  public double adjustedRand() {
    double together = pairsTogether();
    double inTruth = pairsWithin(truthSizes);
    double inClusters = pairsWithin(clusterSizes);
    if (together == inTruth && together == inClusters) {
      return 1;
    }
    double expected = inTruth / pairs(n) * inClusters;
    return (together - expected) / ((inTruth + inClusters) / 2 - expected);
  }

  /**
   * The geometric mean of the shares of pairs together in one partition that are together in the
   * other; 0 if no pair is together in both (E. Fowlkes, C. Mallows 1983,
   * doi:10.1080/01621459.1983.10478008).
   */
  public double fowlkesMallows() {
    double together = pairsTogether();
    return together == 0
        ? 0
        : Math.sqrt(together / pairsWithin(truthSizes))
            * Math.sqrt(together / pairsWithin(clusterSizes));
  }

  /** The share of rows that are in the commonest true part of their cluster. */
  public double purity() {
    long right = 0;
    for (int c = 0; c < clusterSizes.length; c++) {
      long most = 0;
      for (long[] row : counts) {
        most = Math.max(most, row[c]);
      }
      right += most;
    }
    return (double) right / n;
  }

  /** The mutual information, in nats, at least 0. */
  public double mutualInformation() {
    double sum = 0;
    for (int t = 0; t < counts.length; t++) {
      for (int c = 0; c < clusterSizes.length; c++) {
        double count = counts[t][c];
        if (count > 0) {
          sum += count / n * Math.log(count * n / ((double) truthSizes[t] * clusterSizes[c]));
        }
      }
    }
    return Math.max(0, sum);
  }

  /** {@link #mutualInformation} over the average entropy, from 0 to 1. */
  public double normalizedMutualInformation(EntropyAverage average) {
    if (counts.length == 1 && clusterSizes.length == 1) {
      return 1;
    }
    double mutual = mutualInformation();
    double largest = average.of(entropy(truthSizes), entropy(clusterSizes));
    return mutual == 0 || largest == 0 ? 0 : mutual / largest;
  }

  /** {@link #normalizedMutualInformation}, moved and scaled so that chance scores 0. */
  public double adjustedMutualInformation(EntropyAverage average) {
    if (isEqualPartition()) {
      return 1;
    }
    double expected = ExpectedMutualInformation.of(truthSizes, clusterSizes, n);
    double largest = average.of(entropy(truthSizes), entropy(clusterSizes));
    double range = largest - expected;
    double safe = range < 0 ? Math.min(range, -Math.ulp(1.0)) : Math.max(range, Math.ulp(1.0));
    return (mutualInformation() - expected) / safe;
  }

  /** Whether every cluster has rows of one true class only: 1 - H(truth | clusters) / H(truth). */
  public double homogeneity() {
    double entropy = entropy(truthSizes);
    return entropy == 0 ? 1 : mutualInformation() / entropy;
  }

  /** Whether every true class is in one cluster: 1 - H(clusters | truth) / H(clusters). */
  public double completeness() {
    double entropy = entropy(clusterSizes);
    return entropy == 0 ? 1 : mutualInformation() / entropy;
  }

  /**
   * The harmonic mean of {@link #homogeneity} and {@link #completeness}, which counts {@code beta}
   * times as much (A. Rosenberg, J. Hirschberg 2007, aclanthology.org/D07-1043).
   *
   * @throws IllegalArgumentException if {@code beta} is negative or not finite
   */
  public double vMeasure(double beta) {
    if (!(beta >= 0) || Double.isInfinite(beta)) {
      throw new IllegalArgumentException("beta must be a number of at least 0, but was " + beta);
    }
    double homogeneity = homogeneity();
    double completeness = completeness();
    return homogeneity + completeness == 0
        ? 0
        : (1 + beta) * homogeneity * completeness / (beta * homogeneity + completeness);
  }

  private boolean isEqualPartition() {
    double together = pairsTogether();
    return counts.length == clusterSizes.length
        && together == pairsWithin(truthSizes)
        && together == pairsWithin(clusterSizes);
  }

  private double pairsTogether() {
    return Arrays.stream(counts).mapToDouble(ClusterAgreement::pairsWithin).sum();
  }

  private static double pairsWithin(long[] sizes) {
    return Arrays.stream(sizes).mapToDouble(ClusterAgreement::pairs).sum();
  }

  private static double pairs(long size) {
    return size * (size - 1L) / 2.0;
  }

  private double entropy(long[] sizes) {
    double sum = 0;
    for (long size : sizes) {
      double share = (double) size / n;
      sum -= share == 1 ? 0 : share * Math.log(share);
    }
    return sum;
  }
}
