package org.cairnml.pipeline;

/** Which columns of a table a pipeline uses. */
public enum Columns {
  /**
   * Those that can help, chosen on the training table; the model's notes say what was left out:
   * columns without any value, columns with only one, texts, and identifiers (categories of which
   * nearly every row has its own, and whole numbers without repetition in a column with a name such
   * as {@code id} or {@code customerID}).
   */
  AUTOMATIC,
  /** All but the target; texts are an error. */
  ALL
}
