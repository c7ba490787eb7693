package org.cairnml.selection;

import java.util.List;
import java.util.stream.IntStream;

/** As many splits as rows: each row alone is tested on, in order. */
public record LeaveOneOut() implements Splitter {

  @Override
  public List<Split> split(SplitRows rows) {
    rows.requireAtLeast(2, "folds");
    return IntStream.range(0, rows.count())
        .mapToObj(
            i ->
                Split.of(
                    IntStream.range(0, rows.count()).filter(j -> j != i).toArray(), new int[] {i}))
        .toList();
  }
}
