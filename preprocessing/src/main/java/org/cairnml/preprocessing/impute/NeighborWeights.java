package org.cairnml.preprocessing.impute;

/** How much each neighbour counts. */
public enum NeighborWeights {
  /** All the same. */
  UNIFORM,
  /** By one over the distance; neighbours at distance 0, if any, alone. */
  DISTANCE
}
