package org.cairnml.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;

/** The groups of rows, numbered from 0 in the order of the user's numbers. */
final class Groups {

  private final int[] groupOfRow;
  private final int[] sizes;

  private Groups(int[] groupOfRow, int[] sizes) {
    this.groupOfRow = groupOfRow;
    this.sizes = sizes;
  }

  /** The groups of rows, at least {@code folds} of them. */
  static Groups of(SplitRows rows, String splitter, int folds) {
    int[] numbers = rows.requireGroups(splitter);
    int[] distinct = Arrays.stream(numbers).sorted().distinct().toArray();
    if (distinct.length < folds) {
      throw new DataException(
          "%d groups cannot be divided into %d folds; take fewer folds"
              .formatted(distinct.length, folds));
    }
    int[] sizes = new int[distinct.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Arrays.binarySearch(distinct, numbers[i]);
      sizes[numbers[i]]++;
    }
    return new Groups(numbers, sizes);
  }

  int count() {
    return sizes.length;
  }

  int size(int group) {
    return sizes[group];
  }

  int groupOf(int row) {
    return groupOfRow[row];
  }

  /** The groups by falling size, the first of equals first. */
  int[] largestFirst() {
    return IntStream.range(0, sizes.length)
        .boxed()
        .sorted(Comparator.comparingInt((Integer g) -> -sizes[g]))
        .mapToInt(g -> g)
        .toArray();
  }

  /** The value of each row's group. */
  int[] spread(int[] ofGroup) {
    return Arrays.stream(groupOfRow).map(g -> ofGroup[g]).toArray();
  }
}
