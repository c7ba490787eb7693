/**
 * Features cut into at most 255 bins once, so that trees work on bytes. Start at {@link
 * org.cairnml.tree.bins.Binning}, which decides the bins of a matrix and makes {@link
 * org.cairnml.tree.bins.BinnedData} of it.
 */
package org.cairnml.tree.bins;
