package org.cairnml.preprocessing.encode;

import org.cairnml.base.DataException;
import org.cairnml.core.Feature;

/** Reads the values of category columns. */
final class Levels {

  /** What {@link #index} says of a missing value. */
  static final int MISSING = -2;

  /** What {@link #index} says of a category that is none of the levels. */
  static final int UNSEEN = (int) Feature.UNSEEN;

  private Levels() {}

  /**
   * The level that a value stands for, or {@link #MISSING} or {@link #UNSEEN}.
   *
   * @throws DataException if it is not the index of a level
   */
  static int index(double value, int levels, String column) {
    if (Double.isNaN(value)) {
      return MISSING;
    }
    int index = (int) value;
    if (index != value || index < UNSEEN || index >= levels) {
      throw new DataException(
          "column '"
              + column
              + "': "
              + value
              + " is not the index of one of its "
              + levels
              + " levels; give 0 to "
              + (levels - 1)
              + ", NaN for missing or -1 for unseen");
    }
    return index;
  }
}
