package org.cairnml.meta;

/** How scores become probabilities. */
public enum CalibrationMethod {
  /**
   * A logistic curve of the log-odds, two parameters a class (Platt 1999, with his smoothed
   * targets); suits few rows.
   */
  SIGMOID,
  /**
   * A non-decreasing curve of any shape a class (Zadrozny and Elkan 2002,
   * doi:10.1145/775047.775151); wants about 1,000 rows or more.
   */
  ISOTONIC,
  /**
   * One exponent for all classes (Guo et al. 2017, arXiv:1706.04599); keeps the order of classes.
   */
  TEMPERATURE
}
