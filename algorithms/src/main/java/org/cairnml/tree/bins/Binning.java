package org.cairnml.tree.bins;

import java.util.Arrays;
import java.util.Objects;
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
  // each. The same block is read twice, once to decide the bins and once to fill them, so that no
  // transposed copy of the matrix is ever held.

  /** The most bins that values of one feature can have; one more code is for missing values. */
  public static final int MAX_BINS = 255;

  private static final int BLOCK = 8;

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
    if (maxBins < 2 || maxBins > MAX_BINS) {
      throw new IllegalArgumentException("maxBins must be in [2, 255], but was " + maxBins);
    }
    Objects.requireNonNull(schema, "schema");
    FeatureBins[] features = new FeatureBins[x.cols()];
    workers.ranges(
        x.cols(),
        BLOCK,
        (from, to) -> {
          double[][] block = readBlock(x, from, to);
          for (int j = from; j < to; j++) {
            Feature feature = schema.get(j);
            features[j] =
                feature.isCategory()
                    ? CategoryBins.of(block[j - from], weights, feature, maxBins)
                    : QuantileBins.of(block[j - from], weights, maxBins);
          }
        });
    return new Binning(features);
  }

  /** The bins of a matrix (n x d) of the same columns. */
  public BinnedData apply(Matrix x, Workers workers) {
    if (x.cols() != features.length) {
      throw new IllegalArgumentException(
          "x has " + x.cols() + " columns, the bins are of " + features.length);
    }
    byte[][] columns = new byte[x.cols()][];
    workers.ranges(
        x.cols(),
        BLOCK,
        (from, to) -> {
          double[][] block = readBlock(x, from, to);
          for (int j = from; j < to; j++) {
            columns[j] = new byte[x.rows()];
            features[j].binsInto(block[j - from], columns[j]);
          }
        });
    return new BinnedData(this, columns, x.rows());
  }

  private static double[][] readBlock(Matrix x, int from, int to) {
    double[] data = x.data();
    double[][] block = new double[to - from][x.rows()];
    for (int i = 0; i < x.rows(); i++) {
      int start = x.offset() + i * x.stride();
      for (int j = from; j < to; j++) {
        block[j - from][i] = data[start + j];
      }
    }
    return block;
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
