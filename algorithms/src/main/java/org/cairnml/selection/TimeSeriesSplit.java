package org.cairnml.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;

/**
 * Rows in the order of time: each split tests on a stretch of rows and trains on rows before it,
 * never on the future. The stretches follow each other without overlap and end with the last row.
 *
 * @param folds how many splits, at least 1
 * @param gap how many rows before the test rows are left out, for targets that look ahead
 * @param window how many rows are trained on at most, the latest; all before if empty
 * @param testRows how many rows each split tests on; rows / (folds + 1) if empty
 */
public record TimeSeriesSplit(int folds, int gap, OptionalInt window, OptionalInt testRows)
    implements Splitter {

  /** Checks the ranges. */
  public TimeSeriesSplit {
    require(folds >= 1, "folds must be at least 1, but was " + folds);
    require(gap >= 0, "gap must be at least 0, but was " + gap);
    require(window.orElse(1) >= 1, "window must be at least 1, but was " + window.orElse(1));
    require(testRows.orElse(1) >= 1, "testRows must be at least 1, but was " + testRows.orElse(1));
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** This many splits that train on all rows before the test rows, without gap. */
  public TimeSeriesSplit(int folds) {
    this(folds, 0, OptionalInt.empty(), OptionalInt.empty());
  }

  /** The same, leaving out this many rows before the test rows. */
  public TimeSeriesSplit withGap(int rows) {
    return new TimeSeriesSplit(folds, rows, window, testRows);
  }

  /** The same, training on this many rows at most. */
  public TimeSeriesSplit withWindow(int rows) {
    return new TimeSeriesSplit(folds, gap, OptionalInt.of(rows), testRows);
  }

  /** The same, testing on this many rows in each split. */
  public TimeSeriesSplit withTestRows(int rows) {
    return new TimeSeriesSplit(folds, gap, window, OptionalInt.of(rows));
  }

  @Override
  public List<Split> split(SplitRows rows) {
    int n = rows.count();
    int tested = testRows.orElse((int) (n / (folds + 1L)));
    long firstTest = n - (long) folds * tested;
    if (tested == 0 || firstTest - gap < 1) {
      throw new DataException(
          "%d rows are too few for %d folds with a gap of %d: nothing would be left to train on"
              .formatted(n, folds, gap));
    }
    List<Split> splits = new ArrayList<>();
    for (int from = (int) firstTest; from < n; from += tested) {
      int end = from - gap;
      int start = window.isPresent() ? Math.max(0, end - window.getAsInt()) : 0;
      splits.add(
          Split.of(
              IntStream.range(start, end).toArray(),
              IntStream.range(from, from + tested).toArray()));
    }
    return splits;
  }
}
