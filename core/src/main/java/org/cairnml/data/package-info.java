/**
 * Tables with typed columns and their readers. Start at {@link org.cairnml.data.Csv}, which reads a
 * {@link org.cairnml.data.Table}; {@link org.cairnml.data.Labels} are what classifiers fit.
 */
package org.cairnml.data;
