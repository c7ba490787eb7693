/**
 * Gradient boosting of decision trees on histograms. Start at {@link
 * org.cairnml.boosting.GradientBoostingClassifier} or {@link
 * org.cairnml.boosting.GradientBoostingRegressor}.
 *
 * <p>{@link org.cairnml.boosting.XGBoostModel} and {@link org.cairnml.boosting.LightGbmModel} read
 * models of those libraries.
 */
package org.cairnml.boosting;
