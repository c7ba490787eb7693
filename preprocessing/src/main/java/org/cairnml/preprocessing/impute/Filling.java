package org.cairnml.preprocessing.impute;

import org.cairnml.core.Feature;

/**
 * How one column is filled.
 *
 * @param column its index in the input
 * @param output the column that it becomes
 * @param value what stands in for NaN; itself NaN if nothing could be learned
 * @param anyMissing whether values were missing in training
 */
record Filling(int column, Feature output, double value, boolean anyMissing) {}
