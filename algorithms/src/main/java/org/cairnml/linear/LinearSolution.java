package org.cairnml.linear;

import org.cairnml.linalg.Matrix;

/**
 * What least squares found.
 *
 * @param estimates the intercept, if there is one, and the coefficients (p)
 * @param covariance of the estimates (p x p); 0 for those left out
 * @param kept the indices of the estimates that were not left out, as many as the rank
 * @param observations rows of positive weight
 * @param residualSquares the weighted sum of squared residuals
 * @param totalSquares the weighted sum of squares of the target, about its mean if there is an
 *     intercept
 * @param logWeights the sum of the logarithms of the weights
 */
record LinearSolution(
    double[] estimates,
    Matrix covariance,
    int[] kept,
    int observations,
    double residualSquares,
    double totalSquares,
    double logWeights) {}
