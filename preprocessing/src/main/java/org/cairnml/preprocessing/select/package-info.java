/**
 * Transformers that keep the columns that help. {@link
 * org.cairnml.preprocessing.select.VarianceThreshold} is the one to read first.
 */
package org.cairnml.preprocessing.select;
