package org.cairnml.boosting;

/** Which leaf of a growing tree is split next. */
public enum Growth {
  /** The leaf whose split gains most. */
  LEAF_WISE,
  /** The leaf nearest to the root, those of one depth from left to right. */
  DEPTH_WISE
}
