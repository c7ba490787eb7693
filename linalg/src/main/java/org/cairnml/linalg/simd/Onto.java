package org.cairnml.linalg.simd;

/** What a product is added to. */
enum Onto {
  /** Nothing: C is overwritten and not read. */
  ZEROS,
  /** What C holds. */
  RESULT
}
