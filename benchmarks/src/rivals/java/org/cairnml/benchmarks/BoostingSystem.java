package org.cairnml.benchmarks;

import org.cairnml.core.Dataset;

/** A library that boosts trees for classes, at the settings that all share. */
interface BoostingSystem {

  int ROUNDS = 100;

  /** A fitted model. */
  interface Fitted extends AutoCloseable {
    /** Puts rows into the form that the library wants. */
    Batch batch(Dataset rows);

    /** Scores row {@code i} of the data alone. */
    double one(Dataset rows, int i);

    @Override
    void close();
  }

  /** Rows in the form that a library wants. */
  interface Batch {
    /** Class probabilities (n x k), row by row. */
    double[] probabilities();
  }

  String name();

  /** Makes whatever the library wants to be given, and trains. */
  Fitted fit(Dataset train, int threads);
}
