/**
 * Transformers that make new features of numeric columns. {@link
 * org.cairnml.preprocessing.feature.PolynomialFeatures} is the one to read first.
 */
package org.cairnml.preprocessing.feature;
