package org.cairnml.linear;

import org.cairnml.linalg.Matrix;

/**
 * What the likelihood says of a logistic regression without a penalty.
 *
 * @param covariance of the estimates: for each class but the first, against the first, the
 *     intercept, if there is one, then the coefficients (q x q)
 * @param observations the sum of the weights
 * @param logLikelihood at the estimates
 * @param nullLogLikelihood of the shares of the classes alone
 */
record LogisticLikelihood(
    Matrix covariance, double observations, double logLikelihood, double nullLogLikelihood) {}
