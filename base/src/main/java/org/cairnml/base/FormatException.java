package org.cairnml.base;

/** A file that is truncated, corrupt, of another kind, or written by a newer version of Cairn. */
public final class FormatException extends CairnException {

  private static final long serialVersionUID = 1L;

  /** Says what was found where, and the cure. */
  public FormatException(String message) {
    super(message, null);
  }

  /** The same, with the exception that brought it to light. */
  public FormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
