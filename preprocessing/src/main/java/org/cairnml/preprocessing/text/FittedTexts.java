package org.cairnml.preprocessing.text;

import org.cairnml.linalg.SparseMatrix;

/**
 * What a vectorizer has learned from texts, and the texts by it.
 *
 * @param model what was learned
 * @param rows the numbers of the n texts (n x width)
 */
public record FittedTexts(TextModel model, SparseMatrix rows) {}
