/**
 * Pure functions of truth and prediction. Read {@link org.cairnml.metrics.ClassificationReport}
 * first.
 *
 * <p>Conventions of all metrics: a value that the data do not determine is {@code NaN}, and the
 * method says when that happens; data that cannot be compared (no rows, lengths that differ, NaN
 * scores) are a {@link org.cairnml.base.DataException}. A sample weight of 2 counts as the row
 * twice, one of 0 as no row.
 */
package org.cairnml.metrics;
