package org.cairnml.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cairnml.base.Seed;

/** What splitters into folds have in common: each row is tested once. */
final class Folds {

  private Folds() {}

  static void check(int folds) {
    if (folds < 2) {
      throw new IllegalArgumentException("folds must be at least 2, but was " + folds);
    }
  }

  static void check(int folds, Seed seed) {
    check(folds);
    Objects.requireNonNull(seed, "seed");
  }

  /** One split a fold, from the fold of each row. */
  static List<Split> splits(int[] foldOfRow, int folds) {
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      boolean[] isTest = new boolean[foldOfRow.length];
      for (int i = 0; i < isTest.length; i++) {
        isTest[i] = foldOfRow[i] == fold;
      }
      splits.add(Split.ofMarked(isTest));
    }
    return splits;
  }
}
