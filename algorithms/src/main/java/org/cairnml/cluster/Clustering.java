package org.cairnml.cluster;

/**
 * The result of one start.
 *
 * @param centers of the centred points (k x d, row-major)
 * @param labels the nearest center of each point (n)
 * @param inertia the weighted sum of squared distances
 * @param iterations how often centers moved
 * @param converged whether they came to rest
 */
record Clustering(
    double[] centers, int[] labels, double inertia, int iterations, boolean converged) {}
