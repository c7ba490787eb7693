package org.cairnml.base;

/** A numeric backend that was asked for and cannot be used, with the reason and the cure. */
public final class BackendException extends CairnException {

  private static final long serialVersionUID = 1L;

  /** Says what was found where, and the cure. */
  public BackendException(String message) {
    super(message, null);
  }

  /** The same, with the exception that brought it to light. */
  public BackendException(String message, Throwable cause) {
    super(message, cause);
  }
}
