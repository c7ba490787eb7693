package org.cairnml.selection;

import java.util.List;

/**
 * Folds that keep the rows of a group together: no group is both trained and tested on. The largest
 * group goes first, each to the fold that has the fewest rows so far.
 *
 * @param folds how many, at least 2 and at most as many as groups
 */
public record GroupKFold(int folds) implements Splitter {

  /** Checks the number of folds. */
  public GroupKFold {
    Folds.check(folds);
  }

  @Override
  public List<Split> split(SplitRows rows) {
    Groups groups = Groups.of(rows, "GroupKFold", folds);
    long[] size = new long[folds];
    int[] foldOfGroup = new int[groups.count()];
    for (int group : groups.largestFirst()) {
      int smallest = 0;
      for (int fold = 1; fold < folds; fold++) {
        smallest = size[fold] < size[smallest] ? fold : smallest;
      }
      foldOfGroup[group] = smallest;
      size[smallest] += groups.size(group);
    }
    return Folds.splits(groups.spread(foldOfGroup), folds);
  }
}
