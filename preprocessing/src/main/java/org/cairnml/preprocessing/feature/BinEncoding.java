package org.cairnml.preprocessing.feature;

/** What {@link KBinsDiscretizer} makes of a bin. */
public enum BinEncoding {
  /** A column of 0 and 1 for each bin. */
  ONE_HOT,
  /** One column that holds the index of the bin. */
  ORDINAL
}
