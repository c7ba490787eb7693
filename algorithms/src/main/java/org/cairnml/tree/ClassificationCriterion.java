package org.cairnml.tree;

/** What a classification tree makes small. */
public enum ClassificationCriterion {
  /** The chance that two rows of a leaf, drawn with their weights, are of different classes. */
  GINI,
  /** The Shannon entropy of the classes in a leaf, in bits. */
  ENTROPY
}
