package org.cairnml.preprocessing.feature;

/** Which products of columns {@link PolynomialFeatures} makes. */
public enum Products {
  /** All, powers of a column too: {@code a^2}, {@code a*b}. */
  ALL,
  /** Only those of different columns: {@code a*b}. */
  INTERACTIONS
}
