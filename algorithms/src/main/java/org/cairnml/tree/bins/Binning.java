package org.cairnml.tree.bins;

import java.util.Arrays;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;

/**
 * How each column of a matrix is cut into bins: numbers by weighted quantiles, or one bin a value
 * where there are few distinct ones; categories one bin each.
 */
public final class Binning {
  // Columns are read in blocks of 8, a cache line of a row-major matrix, into one scratch array
  // each, so that no transposed copy of the matrix is ever held.

  /** The most bins that values of one feature can have; one more code is for missing values. */
  public static final int MAX_BINS = 255;

  private static final int BLOCK = 8;
  private static final int TILE_ROWS = 128;

  private final FeatureBins[] features;

  private Binning(FeatureBins[] features) {
    this.features = features;
  }

  /**
   * Decides the bins.
   *
   * @param x the features (n x d); NaN is missing
   * @param schema its columns
   * @param weights one a row, rows of weight 0 do not count; or null for equal weights
   * @param maxBins at most so many bins a feature, 2 to 255
   * @throws DataException if a category column holds something else than an index of its levels
   */
  public static Binning of(
      Matrix x, Schema schema, double[] weights, int maxBins, Workers workers) {
    checkMaxBins(maxBins);
    Objects.requireNonNull(schema, "schema");
    FeatureBins[] features = new FeatureBins[x.cols()];
    read(x, workers, (j, column) -> features[j] = cut(column, schema.get(j), weights, maxBins));
    return new Binning(features);
  }

  /**
   * The bins of a matrix (n x d) that are decided on the same matrix, which is read once for both.
   * Arguments are those of {@link #of}.
   */
  public static BinnedData ofAndApply(
      Matrix x, Schema schema, double[] weights, int maxBins, Workers workers) {
    checkMaxBins(maxBins);
    FeatureBins[] features = new FeatureBins[x.cols()];
    byte[][] columns = new byte[x.cols()][];
    read(
        x,
        workers,
        (j, column) -> {
          features[j] = cut(column, schema.get(j), weights, maxBins);
          columns[j] = features[j].binsOf(column);
        });
    return new BinnedData(new Binning(features), columns, x.rows());
  }

  /** The bins of a matrix (n x d) of the same columns. */
  public BinnedData apply(Matrix x, Workers workers) {
    if (x.cols() != features.length) {
      throw new IllegalArgumentException(
          "x has " + x.cols() + " columns, the bins are of " + features.length);
    }
    byte[][] columns = new byte[x.cols()][];
    read(x, workers, (j, column) -> columns[j] = features[j].binsOf(column));
    return new BinnedData(this, columns, x.rows());
  }

  private static void checkMaxBins(int maxBins) {
    if (maxBins < 2 || maxBins > MAX_BINS) {
      throw new IllegalArgumentException("maxBins must be in [2, 255], but was " + maxBins);
    }
  }

  private static FeatureBins cut(double[] values, Feature feature, double[] weights, int maxBins) {
    return feature.isCategory()
        ? CategoryBins.of(values, weights, feature, maxBins)
        : QuantileBins.of(values, weights, maxBins);
  }

  /** What is done with the values (n) of column {@code j}. */
  private interface Use {
    void accept(int j, double[] column);
  }

  /** Reads all columns, in blocks and these in tiles of rows that stay in the cache. */
  private static void read(Matrix x, Workers workers, Use use) {
    Queue<double[][]> scratch = new ConcurrentLinkedQueue<>();
    workers.ranges(
        x.cols(),
        BLOCK,
        (from, to) -> {
          double[][] reused = scratch.poll();
          double[][] block = reused != null ? reused : new double[BLOCK][x.rows()];
          for (int row = 0; row < x.rows(); row += TILE_ROWS) {
            int end = Math.min(x.rows(), row + TILE_ROWS);
            for (int j = from; j < to; j++) {
              copyColumn(x, j, row, end, block[j - from]);
            }
          }
          for (int j = from; j < to; j++) {
            use.accept(j, block[j - from]);
          }
          scratch.add(block);
        });
  }

  private static void copyColumn(Matrix x, int j, int from, int to, double[] out) {
    double[] data = x.data();
    int at = x.offset() + j;
    for (int i = from; i < to; i++) {
      out[i] = data[at + i * x.stride()];
    }
  }

  /** The bins of feature {@code j}. */
  public FeatureBins feature(int j) {
    return features[j];
  }

  /** d. */
  public int features() {
    return features.length;
  }

  @Override
  public String toString() {
    int[] counts = Arrays.stream(features).mapToInt(FeatureBins::count).toArray();
    return "Binning[" + features.length + " features, bins " + Arrays.toString(counts) + "]";
  }
}
