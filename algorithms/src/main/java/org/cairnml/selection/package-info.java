/**
 * Which model is better, and is it really? Ways to split rows into training and test rows start at
 * {@link org.cairnml.selection.Splitter}; scores on such splits at {@link
 * org.cairnml.selection.CrossValidation}; the search for good settings at {@link
 * org.cairnml.selection.Search}.
 */
package org.cairnml.selection;
