/**
 * Which model is better, and is it really? Start at {@link org.cairnml.selection.Splitter}: ways to
 * split rows into training and test rows.
 */
package org.cairnml.selection;
