package org.cairnml.preprocessing.encode;

import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;

/** Counts the levels of category columns. */
final class LevelCounts {

  private LevelCounts() {}

  /** The weight of each level, of unseen and of missing categories of column {@code j}. */
  static Matrix of(Dataset data, int j) {
    int levels = data.schema().get(j).levels().size();
    Matrix counts = Matrix.zeros(levels + 2, 1);
    for (int i = 0; i < data.rows(); i++) {
      int line = line(data, i, j);
      counts.set(line, 0, counts.get(line, 0) + data.weight(i));
    }
    return counts;
  }

  /** The line of a row's category in a table with levels, then unseen, then missing. */
  static int line(Dataset data, int i, int j) {
    int levels = data.schema().get(j).levels().size();
    int level = Levels.index(data.x().get(i, j), levels, data.schema().name(j));
    return level >= 0 ? level : level == Levels.UNSEEN ? levels : levels + 1;
  }
}
