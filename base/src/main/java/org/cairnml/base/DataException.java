package org.cairnml.base;

import java.util.function.IntFunction;

/**
 * Data that cannot be used as they are: a missing column, a NaN, text where a number was expected.
 */
public final class DataException extends CairnException {

  private static final long serialVersionUID = 1L;
  private static final int NO_ROW = -1;

  private final int row;
  private final String inRow;

  /** Says what was found where, and the cure. */
  public DataException(String message) {
    this(message, null);
  }

  /** The same, with the exception that brought it to light. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
    row = NO_ROW;
    inRow = null;
  }

  private DataException(int row, String inRow, String place, Throwable cause) {
    super(place + ", " + inRow, cause);
    this.row = row;
    this.inRow = inRow;
  }

  /**
   * Says what is wrong with a row, counted from 0: {@code row 7, column 'age': ...}.
   *
   * @param what what was found in the row, and the cure
   * @param cause the exception that brought it to light, or null
   */
  public static DataException inRow(int row, String what, Throwable cause) {
    return new DataException(row, what, "row " + row, cause);
  }

  /**
   * The same said of the place where the user finds the row, such as {@code line 9} of a file;
   * itself if it speaks of no row.
   *
   * @param place the words for each row
   */
  public DataException placed(IntFunction<String> place) {
    return row == NO_ROW ? this : new DataException(row, inRow, place.apply(row), this);
  }
}
