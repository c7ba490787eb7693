package org.cairnml.base;

/** An iteration that cannot give a usable result, as opposed to one that merely stopped early. */
public final class ConvergenceException extends CairnException {

  private static final long serialVersionUID = 1L;

  /** Says what was found where, and the cure. */
  public ConvergenceException(String message) {
    super(message, null);
  }

  /** The same, with the exception that brought it to light. */
  public ConvergenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
