package org.cairnml.pipeline;

import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Learner;

/** Whether a pipeline keeps wide features, most of them zeros, in sparse matrices. */
enum Sparsity {
  /** Never: the learner wants all values. */
  DENSE,
  /** Where there are many. */
  SPARSE_IF_WIDE;

  private static final int NARROW = 100;

  static Sparsity of(Learner learner) {
    return learner instanceof HandlesSparse ? SPARSE_IF_WIDE : DENSE;
  }

  /** Whether so many columns, made of texts or of levels, are kept in a sparse matrix. */
  boolean suits(int columns) {
    return this == SPARSE_IF_WIDE && columns > NARROW;
  }
}
