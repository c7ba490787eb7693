package org.cairnml.linear;

/** What the size of coefficients costs a {@link LogisticRegression}. */
public enum Penalty {
  /** Nothing. */
  NONE,
  /** The magnitudes of the coefficients, which makes many of them exactly 0. */
  L1,
  /** Half the squares of the coefficients. */
  L2,
  /** A mixture of both. */
  ELASTIC_NET
}
