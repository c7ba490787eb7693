package org.cairnml.baseline;

/** What a {@link DummyClassifier} says. */
public enum ClassStrategy {
  /** The shares of the classes as probabilities, and so always the most frequent class. */
  PRIOR,
  /** The most frequent class with probability 1. */
  MOST_FREQUENT,
  /** A class drawn with the shares of training, with probability 1. */
  STRATIFIED,
  /** A class drawn with equal chances, with probability 1. */
  UNIFORM,
  /** A class that the user names, with probability 1. */
  CONSTANT
}
