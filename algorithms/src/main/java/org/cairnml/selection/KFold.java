package org.cairnml.selection;

import java.util.List;
import org.cairnml.base.Seed;

/**
 * Rows dealt at random into folds of equal size (they differ by one row at most); each fold is the
 * test rows of one split. Unlike scikit-learn's, rows are always shuffled, since files are often
 * sorted by what matters; where the order is time, use {@link TimeSeriesSplit}.
 *
 * @param folds how many, at least 2
 * @param seed where the shuffling starts
 */
public record KFold(int folds, Seed seed) implements RandomSplitter {

  /** Checks the number of folds. */
  public KFold {
    Folds.check(folds, seed);
  }

  /** This many folds, shuffled from seed 0. */
  public KFold(int folds) {
    this(folds, Seed.of(0));
  }

  @Override
  public KFold withSeed(Seed other) {
    return new KFold(folds, other);
  }

  @Override
  public List<Split> split(SplitRows rows) {
    rows.requireAtLeast(folds, "folds");
    int[] order = seed.permutation(rows.count());
    int[] fold = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      fold[order[i]] = i % folds;
    }
    return Folds.splits(fold, folds);
  }
}
