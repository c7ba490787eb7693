package org.cairnml.tree;

/** What a regression tree makes small. */
public enum RegressionCriterion {
  /** The squared distance to the leaf's mean. */
  SQUARED,
  /** The absolute distance to the leaf's median. */
  ABSOLUTE,
  /** Half the Poisson deviance from the leaf's mean, for targets that count something. */
  POISSON
}
