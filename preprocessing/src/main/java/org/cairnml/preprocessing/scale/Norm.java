package org.cairnml.preprocessing.scale;

/** How the length of a row is measured. */
public enum Norm {
  /** The sum of absolute values. */
  L1,
  /** The square root of the sum of squares. */
  L2,
  /** The greatest absolute value. */
  MAX
}
