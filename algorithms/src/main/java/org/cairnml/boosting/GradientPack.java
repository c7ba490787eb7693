package org.cairnml.boosting;

import org.cairnml.base.DataException;

/**
 * First and second derivatives of the loss at the training rows, one long a row: the first as a
 * signed number of units in the upper half, the second as an unsigned one in the lower half. One
 * addition of longs adds both, exactly, so that sums do not depend on their order: any number of
 * threads gives the same tree, and a histogram less that of one child is that of the other.
 *
 * <p>The units are chosen anew each round, such that the sums over all rows just fit: with 100,000
 * rows the mean absolute derivative is about 20,000 units. Far coarser ones were shown to be enough
 * (Shi et al. 2022, Quantized training of gradient boosting decision trees, NeurIPS 35).
 */
final class GradientPack {

  static final long LOW = 0xffffffffL;
  private static final int BLOCK = 4096;
  private static final int MOST_EXPONENT = 1000;
  private static final double LARGEST_G = Integer.MAX_VALUE;
  private static final double LARGEST_H = 4294967295.0;

  private final long[] packed;
  private double gUnit;
  private double hUnit;
  private long total;
  private long largestH;
  private boolean constantH;

  GradientPack(int rows) {
    packed = new long[rows];
  }

  /**
   * Packs the derivatives of the active rows.
   *
   * @param g first derivatives (n)
   * @param h second derivatives (n), not negative
   * @param rows the active rows, of which the first {@code active} count
   */
  void set(Crew crew, int member, double[] g, double[] h, int[] rows, int active) {
    int blocks = (active + BLOCK - 1) / BLOCK;
    double[] sums = new double[blocks * 2];
    crew.run(
        member,
        blocks,
        (block, by) -> {
          double sumG = 0;
          double sumH = 0;
          int to = Math.min(active, (block + 1) * BLOCK);
          for (int k = block * BLOCK; k < to; k++) {
            sumG += Math.abs(g[rows[k]]);
            sumH += h[rows[k]];
          }
          sums[2 * block] = sumG;
          sums[2 * block + 1] = sumH;
        });
    double sumG = 0;
    double sumH = 0;
    for (int block = 0; block < blocks; block++) {
      sumG += sums[2 * block];
      sumH += sums[2 * block + 1];
    }
    double gScale = scale(LARGEST_G - active, sumG);
    double hScale = scale(LARGEST_H - 2.0 * active, sumH);
    gUnit = 1 / gScale;
    hUnit = 1 / hScale;
    long[] parts = new long[blocks * 3];
    crew.run(
        member,
        blocks,
        (block, by) -> {
          int from = block * BLOCK;
          pack(g, h, rows, from, Math.min(active, from + BLOCK), gScale, hScale, parts, 3 * block);
        });
    total = 0;
    largestH = 0;
    long smallestH = Long.MAX_VALUE;
    for (int block = 0; block < blocks; block++) {
      total += parts[3 * block];
      largestH = Math.max(largestH, parts[3 * block + 1]);
      smallestH = Math.min(smallestH, parts[3 * block + 2]);
    }
    constantH = smallestH == largestH;
  }

  /** The largest power of two that keeps the sum of all rows within the units there are. */
  private static double scale(double units, double sum) {
    if (!Double.isFinite(sum)) {
      throw new DataException(
          "the derivatives of the loss overflow; divide the target by a power of ten");
    }
    int exponent = sum > 0 ? Math.getExponent(units / sum) : 0;
    return Math.scalb(1.0, Math.max(-MOST_EXPONENT, Math.min(MOST_EXPONENT, exponent)));
  }

  private void pack(
      double[] g,
      double[] h,
      int[] rows,
      int from,
      int to,
      double gScale,
      double hScale,
      long[] parts,
      int at) {
    long sum = 0;
    long most = 0;
    long least = Long.MAX_VALUE;
    for (int k = from; k < to; k++) {
      int row = rows[k];
      long first = (long) Math.rint(g[row] * gScale);
      long second = 1 + (long) (h[row] * hScale);
      long both = (first << 32) + second;
      packed[row] = both;
      sum += both;
      most = Math.max(most, second);
      least = Math.min(least, second);
    }
    parts[at] = sum;
    parts[at + 1] = most;
    parts[at + 2] = least;
  }

  /** The derivatives by row. */
  long[] packed() {
    return packed;
  }

  /** The sum over all active rows. */
  long total() {
    return total;
  }

  /** The first derivative in a sum. */
  double g(long sum) {
    return (sum >> 32) * gUnit;
  }

  /** The second derivative in a sum. */
  double h(long sum) {
    return (sum & LOW) * hUnit;
  }

  /** How much one unit of a first derivative is. */
  double gUnit() {
    return gUnit;
  }

  /** How much one unit of a second derivative is. */
  double hUnit() {
    return hUnit;
  }

  /** The largest second derivative of a row, in units. */
  long largestH() {
    return largestH;
  }

  /** Whether all rows have the same second derivative. */
  boolean constantH() {
    return constantH;
  }
}
