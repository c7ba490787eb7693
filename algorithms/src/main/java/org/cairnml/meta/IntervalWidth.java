package org.cairnml.meta;

/** How the width of conformal intervals depends on the row. */
public enum IntervalWidth {
  /** All intervals are equally wide. */
  CONSTANT,
  /** Wider where a second model of the base learner expects larger errors. */
  ADAPTIVE
}
