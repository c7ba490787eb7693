package org.cairnml.tree.bins;

import java.util.Arrays;

/**
 * The bins of one feature. Values have the bins 0 to {@code count() - 1}, a missing value has bin
 * {@code count()}.
 *
 * <p>Bin b of a number holds the values {@code bounds[b - 1] < v <= bounds[b]}, so that "bin <= b"
 * during training and "value <= bound(b)" during scoring are the same question. Bin b of a category
 * is a category; where there are more categories than bins the rarest share the last bin.
 */
public final class FeatureBins {

  private static final int TILE = 64;

  private final double[] bounds;
  private final int[] binOfCategory;
  private final int count;
  private final double min;
  private final double max;

  private FeatureBins(double[] bounds, int[] binOfCategory, int count, double min, double max) {
    this.bounds = bounds;
    this.binOfCategory = binOfCategory;
    this.count = count;
    this.min = min;
    this.max = max;
  }

  /**
   * Bins of numbers.
   *
   * @param bounds ascending; one fewer than bins
   * @param min the least value seen
   * @param max the largest value seen
   */
  static FeatureBins ofNumbers(double[] bounds, double min, double max) {
    return new FeatureBins(bounds, null, bounds.length + 1, min, max);
  }

  /**
   * Bins of categories.
   *
   * @param binOfCategory the bin of each category; all of 0 to {@code count - 1} occur
   */
  static FeatureBins ofCategories(int[] binOfCategory, int count) {
    return new FeatureBins(new double[0], binOfCategory, count, 0, binOfCategory.length - 1.0);
  }

  /** How many bins values have; at least 1, at most 255. */
  public int count() {
    return count;
  }

  /** The bin of a missing value: {@link #count()}. */
  public int missingBin() {
    return count;
  }

  /** Whether bins are categories, without order. */
  public boolean isCategory() {
    return binOfCategory != null;
  }

  /** How many categories the feature has, 0 for a number. */
  public int categories() {
    return binOfCategory == null ? 0 : binOfCategory.length;
  }

  /** The bin of a category. */
  public int binOfCategory(int category) {
    return binOfCategory[category];
  }

  /** The threshold between bin {@code b} and the next: {@code value <= bound(b)} is "bin <= b". */
  public double bound(int b) {
    return bounds[b];
  }

  /** The lower end of bin {@code b} of a number, for the first bin the least value seen. */
  public double low(int b) {
    return b == 0 ? min : bounds[b - 1];
  }

  /** The upper end of bin {@code b} of a number, for the last bin the largest value seen. */
  public double high(int b) {
    return b == count - 1 ? max : bounds[b];
  }

  /** The bin of a value; NaN, and a category that is none of this feature's, is missing. */
  public int bin(double value) {
    if (binOfCategory != null) {
      int category = (int) value;
      return category == value && category >= 0 && category < binOfCategory.length
          ? binOfCategory[category]
          : count;
    }
    return value == value ? numberBin(value) : count;
  }

  /** The bins of values, which it searches side by side. */
  byte[] binsOf(double[] values) {
    byte[] out = new byte[values.length];
    if (binOfCategory != null) {
      for (int i = 0; i < values.length; i++) {
        out[i] = (byte) bin(values[i]);
      }
      return out;
    }
    int[] bin = new int[Math.min(TILE, values.length)];
    for (int from = 0; from < values.length; from += TILE) {
      int n = Math.min(TILE, values.length - from);
      numberBins(values, from, n, bin);
      for (int i = 0; i < n; i++) {
        double value = values[from + i];
        out[from + i] = (byte) (value == value ? bin[i] : count);
      }
    }
    return out;
  }

  private void numberBins(double[] values, int from, int n, int[] bin) {
    int length = bounds.length;
    if (length == 1) {
      double bound = bounds[0];
      for (int i = 0; i < n; i++) {
        bin[i] = -below(bound, values[from + i]);
      }
      return;
    }
    Arrays.fill(bin, 0, n, 0);
    while (length > 1) {
      int half = length >>> 1;
      for (int i = 0; i < n; i++) {
        bin[i] += half & below(bounds[bin[i] + half - 1], values[from + i]);
      }
      length -= half;
    }
    for (int i = 0; i < n && length == 1; i++) {
      bin[i] -= below(bounds[bin[i]], values[from + i]);
    }
  }

  /** -1 if the bound is below the value, read off the sign of the difference; else 0. */
  private static int below(double bound, double value) {
    return (int) (Double.doubleToRawLongBits(bound - value) >> 63);
  }

  /** The number of bounds below the value, found without branches that depend on it. */
  private int numberBin(double value) {
    int low = 0;
    int length = bounds.length;
    while (length > 1) {
      int half = length >>> 1;
      low += bounds[low + half - 1] < value ? half : 0;
      length -= half;
    }
    return length == 1 && bounds[low] < value ? low + 1 : low;
  }

  /**
   * The set of categories whose bin is in a set of bins.
   *
   * @param bins bit b says whether bin b is in the set
   * @return bit c says whether category c is in the set
   */
  public long[] categoriesOf(long[] bins) {
    long[] set = new long[(binOfCategory.length + 63) >>> 6];
    for (int c = 0; c < binOfCategory.length; c++) {
      int b = binOfCategory[c];
      if ((bins[b >>> 6] >>> b & 1) != 0) {
        set[c >>> 6] |= 1L << c;
      }
    }
    return set;
  }

  @Override
  public String toString() {
    return binOfCategory == null
        ? "FeatureBins[" + count + " bins, bounds " + Arrays.toString(bounds) + "]"
        : "FeatureBins[" + categories() + " categories in " + count + " bins]";
  }
}
