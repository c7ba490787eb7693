package org.cairnml.selection;

import java.util.List;
import java.util.stream.IntStream;

/** Values of a dimension at even places. */
final class Places {

  private Places() {}

  /** The values at {@code points} even places from end to end, without repetition. */
  static List<Object> even(Dimension dimension, int points) {
    return IntStream.range(0, points)
        .mapToObj(i -> dimension.at(points == 1 ? 0.5 : (double) i / (points - 1)))
        .distinct()
        .toList();
  }
}
