/**
 * What a fitted model has learned, and why it says what it says. {@link
 * org.cairnml.inspection.PermutationImportance} works for every model; {@link
 * org.cairnml.inspection.TreeShap} explains single predictions of trees; {@link
 * org.cairnml.inspection.PartialDependence} shows the effect of a feature; {@link
 * org.cairnml.inspection.TreeText} and {@link org.cairnml.inspection.TreeDrawing} show a tree.
 */
package org.cairnml.inspection;
