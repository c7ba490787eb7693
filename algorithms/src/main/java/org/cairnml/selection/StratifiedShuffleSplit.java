package org.cairnml.selection;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.Seed;
import org.cairnml.data.Labels;

/**
 * Monte Carlo splits in which the test rows have the same share of each class as all rows, to
 * within one row.
 *
 * @param times how many splits, at least 1
 * @param testShare the share of rows to test on, above 0 and below 1; rounded to whole rows
 * @param seed where the drawing starts
 */
public record StratifiedShuffleSplit(int times, double testShare, Seed seed)
    implements RandomSplitter {

  /** Checks the ranges. */
  public StratifiedShuffleSplit {
    ShuffleSplit.check(times, testShare, seed);
  }

  /** This many splits from seed 0. */
  public StratifiedShuffleSplit(int times, double testShare) {
    this(times, testShare, Seed.of(0));
  }

  @Override
  public StratifiedShuffleSplit withSeed(Seed other) {
    return new StratifiedShuffleSplit(times, testShare, other);
  }

  @Override
  public List<Split> split(SplitRows rows) {
    // Along the rows ordered by class, test rows are taken at even distances: of the first m rows,
    // round(m * share) are taken, so every run of rows has its share to within one.
    Labels labels = rows.requireClasses("StratifiedShuffleSplit");
    long n = rows.count();
    long tested = ShuffleSplit.testRows(rows.count(), testShare);
    List<Split> splits = new ArrayList<>();
    for (int r = 0; r < times; r++) {
      int[] order = Strata.shuffledByClass(labels, seed.child(r));
      boolean[] isTest = new boolean[order.length];
      for (int i = 0; i < order.length; i++) {
        isTest[order[i]] = (2 * (i + 1) * tested + n) / (2 * n) > (2 * i * tested + n) / (2 * n);
      }
      splits.add(Split.ofMarked(isTest));
    }
    return splits;
  }
}
