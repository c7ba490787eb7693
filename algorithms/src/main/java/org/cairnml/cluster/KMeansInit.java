package org.cairnml.cluster;

/** How the first centers of {@link KMeans} are chosen. */
public enum KMeansInit {
  /**
   * Far apart: each is a row drawn with a chance in proportion to its squared distance to the
   * centers so far, the best of 2 + ln k draws. Arthur and Vassilvitskii 2007, k-means++, greedy.
   */
  PLUS_PLUS,
  /** Rows drawn at random, no row twice. */
  RANDOM
}
