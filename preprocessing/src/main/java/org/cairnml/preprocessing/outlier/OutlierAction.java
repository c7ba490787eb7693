package org.cairnml.preprocessing.outlier;

/** What happens to a value outside of the bounds. */
public enum OutlierAction {
  /** It becomes the bound that it passes. */
  WINSORIZE,
  /** It stays; a column {@code <name>_outlier} for each numeric column is 1 there, 0 elsewhere. */
  FLAG
}
