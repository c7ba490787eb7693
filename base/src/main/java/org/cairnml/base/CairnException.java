package org.cairnml.base;

/**
 * Something about the user's data, files or machine that Cairn cannot work with. The message names
 * the place (file, row, column), the value found, what was expected and what to do about it.
 *
 * <p>A wrong hyperparameter or argument is an {@link IllegalArgumentException} instead; any other
 * exception that reaches a caller is a bug in Cairn.
 */
public abstract sealed class CairnException extends RuntimeException
    permits DataException, ConvergenceException, FormatException, BackendException {

  private static final long serialVersionUID = 1L;

  CairnException(String message, Throwable cause) {
    super(message, cause);
  }
}
