package org.cairnml.core;

/** A model that tells how much each feature counts for what it says. */
public interface FeatureImportances {

  /**
   * How much each feature counts (d values, none below 0): for trees the improvement by its splits,
   * for linear models the size of its coefficients, summed over classes, which compares only
   * features of equal scale.
   */
  double[] featureImportances();
}
