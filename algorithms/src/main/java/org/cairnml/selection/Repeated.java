package org.cairnml.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A random splitter several times, each time from another child of its seed; the splits of the
 * first time come first.
 *
 * @param splitter what is repeated
 * @param times how often, at least 1
 */
public record Repeated(RandomSplitter splitter, int times) implements Splitter {

  /** Checks the number of times. */
  public Repeated {
    Objects.requireNonNull(splitter, "splitter");
    if (times < 1) {
      throw new IllegalArgumentException("times must be at least 1, but was " + times);
    }
  }

  @Override
  public List<Split> split(SplitRows rows) {
    List<Split> splits = new ArrayList<>();
    for (int r = 0; r < times; r++) {
      splits.addAll(splitter.withSeed(splitter.seed().child(r)).split(rows));
    }
    return splits;
  }
}
