package org.cairnml.benchmarks.trees;

import java.util.Locale;

/**
 * What is grown. Boosting takes learning rate 0.1 and 255 bins. What is not said here is each
 * library's own default.
 */
enum Work {
  /** One tree of depth 10. */
  TREE,
  /** Trees of unlimited depth on bootstrap samples, the square root of the features a node. */
  FOREST,
  /** The same with random thresholds, on all rows. */
  EXTRA,
  /** Boosting leaf by leaf to 31 leaves of at least 20 rows, L2 penalty 1. */
  LEAVES,
  /** The same without the penalty. */
  LEAVES_L2_0,
  /** Boosting to depth 6, L2 penalty 1, Hessian of a leaf at least 1. */
  DEPTH;

  static final int TREE_DEPTH = 10;
  static final int BOOSTED_LEAVES = 31;
  static final int BOOSTED_DEPTH = 6;
  static final int ROWS_A_LEAF = 20;
  static final double LEARNING_RATE = 0.1;
  static final int BINS = 255;

  static Work of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The name on command lines and in results. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean boosts() {
    return this == LEAVES || this == LEAVES_L2_0 || this == DEPTH;
  }

  double l2() {
    return this == LEAVES_L2_0 ? 0 : 1;
  }
}
