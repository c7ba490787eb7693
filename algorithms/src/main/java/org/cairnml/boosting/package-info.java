/**
 * Gradient boosting of decision trees on histograms. Start at {@link
 * org.cairnml.boosting.GradientBoostingClassifier} or {@link
 * org.cairnml.boosting.GradientBoostingRegressor}.
 */
package org.cairnml.boosting;
