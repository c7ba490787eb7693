package org.cairnml.boosting;

import java.util.Arrays;
import org.cairnml.boosting.PackedBins.Slot;

/**
 * Finds the best split of a leaf by one feature, from the feature's histogram. Holds scratch
 * arrays: one for each thread.
 */
final class SplitScan {
  // Histograms hold no counts of rows, so that a split found may leave too few rows on one side,
  // unless the leaf has counts of the group's codes. See TreeGrower for what follows.

  private static final double NO_GAIN = 1e-10;
  private static final int ONE_AGAINST_REST = 4;

  private final TreeSettings settings;
  private final double smoothing;
  private final long[] shared = new long[257];
  private final int[] counts = new int[257];
  private final long[] order = new long[256];
  private final Split found = new Split();

  private GradientPack pack;
  private Leaf leaf;
  private Slot slot;
  private int direction;
  private boolean counted;
  private boolean general;
  private int leastRows;
  private int mostRows;
  private long leastH;
  private long mostH;
  private double unit;
  private double parent;
  private double l2;

  /**
   * @param smoothing second derivative added to each category before categories are compared, and
   *     to both sides of a split by categories
   */
  SplitScan(TreeSettings settings, double smoothing) {
    this.settings = settings;
    this.smoothing = smoothing;
  }

  /** Prepares for scans of one leaf. */
  void begin(GradientPack derivatives, Leaf toSplit) {
    pack = derivatives;
    leaf = toSplit;
    leastH = Math.max(1, (long) Math.ceil(settings.minChildWeight() / pack.hUnit()));
    if (pack.constantH()) {
      leastH = Math.max(leastH, settings.minSamplesLeaf() * pack.largestH());
    }
    mostH = (leaf.total & GradientPack.LOW) - leastH;
    unit = pack.gUnit() * pack.gUnit() / pack.hUnit();
    parent = parentScore();
  }

  /**
   * Scans one feature.
   *
   * @param histogram the leaf's histogram of the feature's group
   * @param counted the leaf's counts of the group, or null if splits may leave too few rows
   * @param monotone 1 if the prediction must not fall as the feature rises, -1 if it must not rise,
   *     else 0
   * @param best is overwritten if the split found is better
   */
  void scan(Slot feature, long[] histogram, CodeCounts counted, int monotone, Split best) {
    slot = feature;
    direction = monotone;
    general = monotone != 0 || leaf.isBounded() || settings.l1() > 0;
    l2 = settings.l2() + (feature.bins().isCategory() ? smoothing : 0);
    setCounts(counted);
    int base = feature.first();
    if (feature.isShared()) {
      base = unfold(histogram, base);
      histogram = shared;
    }
    find(histogram, base);
    if (found.exists() && best.isWorseThan(found.gain, slot)) {
      best.copyFrom(found);
    }
  }

  /** Without counts all bins count as empty, and empty sides are allowed. */
  private void setCounts(CodeCounts of) {
    if (of == null) {
      leastRows = 0;
      mostRows = leaf.size();
      if (counted) {
        Arrays.fill(counts, 0);
      }
    } else {
      leastRows = settings.minSamplesLeaf();
      mostRows = leaf.size() - leastRows;
      of.binsInto(slot, counts);
    }
    counted = of != null;
  }

  private double parentScore() {
    double g = pack.g(leaf.total);
    double h = pack.h(leaf.total);
    return leaf.isBounded()
        ? settings.score(g, h, leaf.bounded(settings.leafValue(g, h)))
        : settings.score(g, h);
  }

  private void find(long[] histogram, int base) {
    found.clear();
    found.gain = Math.max(settings.minGain(), parent * NO_GAIN);
    int count = slot.bins().count();
    long missing = slot.hasMissing() ? histogram[base + count] : 0;
    if (slot.bins().isCategory()) {
      new CategoryScan().find(histogram, base, missing);
    } else if (missing == 0) {
      scanUp(histogram, base, count - 1, 0, false);
      if (found.exists()) {
        found.missingLeft = largerSideIsLeft();
      }
    } else {
      scanUp(histogram, base, count, 0, false);
      scanUp(histogram, base, count - 1, missing, true);
    }
  }

  private boolean largerSideIsLeft() {
    return 2 * (found.left & GradientPack.LOW) >= (leaf.total & GradientPack.LOW);
  }

  /** Copies a shared column's bins to {@link #shared}; the default bin gets what is left. */
  private int unfold(long[] histogram, int base) {
    int length = slot.binsAndMissing();
    long rest = leaf.total;
    int defaultBin = slot.member().defaultBin();
    int from = base + slot.member().firstCode();
    for (int b = 0; b < length; b++) {
      if (b != defaultBin) {
        long sum = histogram[from++];
        shared[b] = sum;
        rest -= sum;
      }
    }
    shared[defaultBin] = rest;
    return 0;
  }

  /** Tries the splits after bins 0 to {@code end - 1}; missing values are in {@code start}. */
  private void scanUp(long[] histogram, int base, int end, long start, boolean missingLeft) {
    int rowsLeft = missingLeft ? counts[slot.bins().count()] : 0;
    if (general) {
      scanUpWithRules(histogram, base, end, start, rowsLeft, missingLeft);
      return;
    }
    double lambda = l2 / pack.hUnit();
    double allG = leaf.total >> 32;
    double allH = (leaf.total & GradientPack.LOW) + 2 * lambda;
    double highest = (found.gain + parent) / unit;
    long sum = start;
    int bestBin = -1;
    long bestLeft = 0;
    for (int b = 0; b < end; b++) {
      sum += histogram[base + b];
      rowsLeft += counts[b];
      long hBits = sum & GradientPack.LOW;
      if (hBits < leastH || rowsLeft < leastRows) {
        continue;
      }
      if (hBits > mostH || rowsLeft > mostRows) {
        break;
      }
      double gLeft = sum >> 32;
      double hLeft = hBits + lambda;
      double gRight = allG - gLeft;
      double hRight = allH - hLeft;
      double value = gLeft * gLeft * hRight + gRight * gRight * hLeft;
      double product = hLeft * hRight;
      if (value > highest * product) {
        highest = value / product;
        bestBin = b;
        bestLeft = sum;
      }
    }
    if (bestBin >= 0) {
      found.gain = highest * unit - parent;
      keep(bestBin, bestLeft, missingLeft);
    }
  }

  private void keep(int bin, long left, boolean missingLeft) {
    found.slot = slot;
    found.lastLeftBin = bin;
    found.left = left;
    found.missingLeft = missingLeft;
  }

  /** The same with monotone constraints, bounds or an L1 penalty. */
  private void scanUpWithRules(
      long[] histogram, int base, int end, long start, int rowsBefore, boolean missingLeft) {
    long sum = start;
    int rowsLeft = rowsBefore;
    for (int b = 0; b < end; b++) {
      sum += histogram[base + b];
      rowsLeft += counts[b];
      double gain = gain(sum, rowsLeft);
      if (gain > found.gain) {
        found.gain = gain;
        keep(b, sum, missingLeft);
      }
    }
  }

  /** The gain of a split, or minus infinity if it is not allowed. */
  private double gain(long left, int rowsLeft) {
    long hLeft = left & GradientPack.LOW;
    long right = leaf.total - left;
    long hRight = right & GradientPack.LOW;
    if (hLeft < leastH || hRight < leastH || rowsLeft < leastRows || rowsLeft > mostRows) {
      return Double.NEGATIVE_INFINITY;
    }
    double gl = pack.g(left);
    double hl = pack.h(left) + l2 - settings.l2();
    double gr = pack.g(right);
    double hr = pack.h(right) + l2 - settings.l2();
    if (!general) {
      return settings.score(gl, hl) + settings.score(gr, hr) - parent;
    }
    double valueLeft = leaf.bounded(settings.leafValue(gl, hl));
    double valueRight = leaf.bounded(settings.leafValue(gr, hr));
    if ((valueRight - valueLeft) * direction < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return settings.score(gl, hl, valueLeft) + settings.score(gr, hr, valueRight) - parent;
  }

  /** The categories of one leaf, each against the rest or in the order of their leaf values. */
  private final class CategoryScan {

    void find(long[] histogram, int base, long missing) {
      int count = slot.bins().count();
      int used = 0;
      for (int b = 0; b <= count; b++) {
        long sum = b < count ? histogram[base + b] : missing;
        if ((sum & GradientPack.LOW) != 0) {
          order[used++] = key(pack.g(sum) / (pack.h(sum) + smoothing)) & ~511L | b;
        }
      }
      Arrays.sort(order, 0, used);
      if (used <= ONE_AGAINST_REST) {
        for (int k = 0; k < used; k++) {
          tryRun(histogram, base, missing, k, k + 1);
        }
      } else {
        tryRun(histogram, base, missing, 0, used - 1);
      }
      if (found.exists() && missing == 0) {
        found.missingLeft = largerSideIsLeft();
      }
    }

    /** Tries the sets of categories {@code from} to k of the order, for each k below {@code to}. */
    private void tryRun(long[] histogram, int base, long missing, int from, int to) {
      int count = slot.bins().count();
      long sum = 0;
      int rowsLeft = 0;
      int bestEnd = -1;
      for (int k = from; k < to; k++) {
        int b = (int) (order[k] & 511);
        sum += b < count ? histogram[base + b] : missing;
        rowsLeft += counts[b];
        double gain = gain(sum, rowsLeft);
        if (gain > found.gain) {
          found.gain = gain;
          keep(0, sum, false);
          bestEnd = k;
        }
      }
      if (bestEnd >= 0) {
        Arrays.fill(found.leftBins, 0);
        for (int k = from; k <= bestEnd; k++) {
          int b = (int) (order[k] & 511);
          if (b < count) {
            found.leftBins[b >>> 6] |= 1L << b;
          } else {
            found.missingLeft = true;
          }
        }
      }
    }

    /** A long that sorts as the number does. */
    private long key(double number) {
      long bits = Double.doubleToLongBits(number);
      return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }
  }
}
