package org.cairnml.preprocessing.outlier;

import org.cairnml.data.Table;

/**
 * What {@link OutlierBounds#remove} leaves of a table.
 *
 * @param table the rows that are no outliers, in their order
 * @param removed how many rows were dropped
 */
public record WithoutOutliers(Table table, int removed) {}
