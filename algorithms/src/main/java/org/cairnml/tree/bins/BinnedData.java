package org.cairnml.tree.bins;

/**
 * The bins of a feature matrix (n x d), one unsigned byte a value, column after column; n x d bytes
 * in all. Arrays are shared, not copied: nobody writes to them.
 */
public final class BinnedData {

  private final Binning binning;
  private final byte[][] columns;
  private final int rows;

  BinnedData(Binning binning, byte[][] columns, int rows) {
    this.binning = binning;
    this.columns = columns;
    this.rows = rows;
  }

  /** How the bins were cut. */
  public Binning binning() {
    return binning;
  }

  /** The bins of feature {@code j}. */
  public FeatureBins feature(int j) {
    return binning.feature(j);
  }

  /** The bin of each row (n) for feature {@code j}: {@code column[i] & 0xff}. */
  public byte[] column(int j) {
    return columns[j];
  }

  /** n. */
  public int rows() {
    return rows;
  }

  /** d. */
  public int features() {
    return columns.length;
  }
}
