package org.cairnml.selection;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.data.Labels;

/**
 * Folds with the same share of each class as all rows: the numbers of rows of a class in two folds
 * differ by one at most, and so do the sizes of the folds. Rows are shuffled.
 *
 * @param folds how many, at least 2 and at most as many as the most frequent class has rows
 * @param seed where the shuffling starts
 */
public record StratifiedKFold(int folds, Seed seed) implements RandomSplitter {

  /** Checks the number of folds. */
  public StratifiedKFold {
    Folds.check(folds, seed);
  }

  /** This many folds, shuffled from seed 0. */
  public StratifiedKFold(int folds) {
    this(folds, Seed.of(0));
  }

  @Override
  public StratifiedKFold withSeed(Seed other) {
    return new StratifiedKFold(folds, other);
  }

  @Override
  public List<Split> split(SplitRows rows) {
    Labels labels = rows.requireClasses("StratifiedKFold");
    rows.requireAtLeast(folds, "folds");
    int most = 0;
    for (int size : labels.counts()) {
      most = Math.max(most, size);
    }
    if (most < folds) {
      throw new DataException(
          ("no class has %d rows, one for each fold; the most frequent has %d; take fewer folds,"
                  + " or, if the target is a number to predict, learn it as one (--task regression)")
              .formatted(folds, most));
    }
    int[] fold = new int[rows.count()];
    int dealt = 0;
    for (int row : Strata.shuffledByClass(labels, seed)) {
      fold[row] = dealt++ % folds;
    }
    return Folds.splits(fold, folds);
  }
}
