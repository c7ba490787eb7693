package org.cairnml.testkit.learner;

/**
 * What a learner promises beyond the contract that all keep. A declared trait must hold; one that
 * is not declared must fail, so that a promise that came to hold gets declared.
 */
public enum Trait {
  /** A row of weight 2 counts as the row twice, one of weight 0 as no row. */
  WEIGHT_IS_REPETITION,
  /** Weights change nothing, as the learner's documentation says. */
  IGNORES_WEIGHTS,
  /** The order of the training rows does not change what is predicted. */
  ROW_ORDER_FREE
}
