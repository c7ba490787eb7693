/**
 * Gradient boosting of decision trees on histograms. Start at {@link
 * org.cairnml.boosting.GradientBoostingClassifier}, {@link
 * org.cairnml.boosting.GradientBoostingRegressor} or, to order rows, {@link
 * org.cairnml.boosting.GradientBoostingRanker}.
 *
 * <p>{@link org.cairnml.boosting.XGBoostModel} and {@link org.cairnml.boosting.LightGbmModel} read
 * models of those libraries.
 */
package org.cairnml.boosting;
