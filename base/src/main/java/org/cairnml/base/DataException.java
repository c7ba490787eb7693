package org.cairnml.base;

/**
 * Data that cannot be used as they are: a missing column, a NaN, text where a number was expected.
 */
public final class DataException extends CairnException {

  private static final long serialVersionUID = 1L;

  /** Says what was found where, and the cure. */
  public DataException(String message) {
    super(message, null);
  }

  /** The same, with the exception that brought it to light. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
