package org.cairnml.meta;

/** How the numbers of rows of the classes are evened out. */
public enum Resampling {
  /** Rows of small classes are repeated, drawn with replacement. */
  OVER,
  /** Rows of large classes are left out, drawn without replacement. */
  UNDER,
  /**
   * Small classes get new rows between a row and one of its nearest neighbours of the same class
   * (Chawla et al. 2002, doi:10.1613/jair.953). Categories of a new row are the commonest among the
   * neighbours, and differing categories count in distances as the paper's SMOTE-NC has it.
   */
  SMOTE
}
