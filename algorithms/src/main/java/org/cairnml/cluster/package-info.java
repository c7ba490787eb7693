/**
 * Groups of similar rows. Begin with {@link org.cairnml.cluster.KMeans}, whose {@code fit} returns
 * a {@link org.cairnml.cluster.KMeansModel} that also places new rows.
 */
package org.cairnml.cluster;
