package org.cairnml.core;

/** The clusters of the rows that it was fitted on. */
public interface ClusterModel extends Model {

  /** How many clusters there are. */
  int clusterCount();

  /** The cluster of each row of the training data, from 0; -1 is noise, in no cluster (a copy). */
  int[] labels();
}
