package org.cairnml.selection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cairnml.base.Seed;
import org.cairnml.data.Labels;

/**
 * Splits with the same test rows, but only a share of the training rows, drawn at random; of each
 * class the same share, at least one row. A smaller share is part of a larger one.
 *
 * @param splitter how rows are split
 * @param share of the training rows, above 0, at most 1
 * @param seed where the drawing starts
 */
record TrainingShare(Splitter splitter, double share, Seed seed) implements Splitter {

  @Override
  public List<Split> split(SplitRows rows) {
    List<Split> splits = splitter.split(rows);
    return share == 1
        ? splits
        : splits.stream().map(split -> Split.of(some(split.train(), rows), split.test())).toList();
  }

  private int[] some(int[] train, SplitRows rows) {
    Optional<Labels> labels = rows.classes();
    int classes = labels.map(l -> l.classes().size()).orElse(1);
    int[] left = new int[classes];
    for (int row : train) {
      left[code(labels, row)]++;
    }
    Arrays.setAll(left, c -> (int) Math.ceil(share * left[c]));
    int[] order = seed.permutation(train.length);
    return Arrays.stream(order)
        .map(i -> train[i])
        .filter(row -> left[code(labels, row)]-- > 0)
        .sorted()
        .toArray();
  }

  private static int code(Optional<Labels> labels, int row) {
    return labels.map(l -> l.code(row)).orElse(0);
  }
}
