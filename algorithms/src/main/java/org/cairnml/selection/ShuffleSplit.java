package org.cairnml.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;

/**
 * Monte Carlo splits: each time some rows, drawn at random, are tested on and all others trained
 * on. A row may be tested on in several splits, or in none.
 *
 * @param times how many splits, at least 1
 * @param testShare the share of rows to test on, above 0 and below 1; rounded to whole rows
 * @param seed where the drawing starts
 */
public record ShuffleSplit(int times, double testShare, Seed seed) implements RandomSplitter {

  /** Checks the ranges. */
  public ShuffleSplit {
    check(times, testShare, seed);
  }

  /** This many splits from seed 0. */
  public ShuffleSplit(int times, double testShare) {
    this(times, testShare, Seed.of(0));
  }

  static void check(int times, double testShare, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    if (times < 1) {
      throw new IllegalArgumentException("times must be at least 1, but was " + times);
    }
    if (!(testShare > 0 && testShare < 1)) {
      throw new IllegalArgumentException(
          "testShare must be above 0 and below 1, but was " + testShare);
    }
  }

  @Override
  public ShuffleSplit withSeed(Seed other) {
    return new ShuffleSplit(times, testShare, other);
  }

  @Override
  public List<Split> split(SplitRows rows) {
    int n = rows.count();
    int tested = testRows(n, testShare);
    List<Split> splits = new ArrayList<>();
    for (int r = 0; r < times; r++) {
      int[] order = seed.child(r).permutation(n);
      boolean[] isTest = new boolean[n];
      for (int i = 0; i < tested; i++) {
        isTest[order[i]] = true;
      }
      splits.add(Split.ofMarked(isTest));
    }
    return splits;
  }

  static int testRows(int n, double testShare) {
    int tested = (int) Math.round(n * testShare);
    if (tested == 0 || tested == n) {
      throw new DataException(
          "a test share of %s of %d rows leaves no row to %s"
              .formatted(testShare, n, tested == 0 ? "test on" : "train on"));
    }
    return tested;
  }
}
