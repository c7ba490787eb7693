/**
 * What to do with values far from the others. {@link
 * org.cairnml.preprocessing.outlier.OutlierBounds} is the one to read first.
 */
package org.cairnml.preprocessing.outlier;
