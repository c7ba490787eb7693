package org.cairnml.linear;

import org.cairnml.linalg.Matrix;

/**
 * What the fit of a generalized linear model found.
 *
 * @param family the distribution of the target
 * @param link the link that was used
 * @param power the power of the mean in the variance
 * @param alpha strength of the penalty
 * @param estimates the intercept, if there is one, and the coefficients (p)
 * @param covariance of the estimates (p x p); 0 for those left out
 * @param kept the indices of the estimates that were not left out
 * @param observations the sum of the weights
 * @param deviance of the fit
 * @param nullDeviance of the fit of an intercept alone
 * @param pearson the sum of squared residuals, each divided by its variance at dispersion 1
 * @param dispersion what variances are multiplied by
 * @param logLikelihood at the estimates; NaN if it is not known
 */
record GeneralizedLinearSolution(
    Family family,
    Link link,
    double power,
    double alpha,
    double[] estimates,
    Matrix covariance,
    int[] kept,
    double observations,
    double deviance,
    double nullDeviance,
    double pearson,
    double dispersion,
    double logLikelihood) {}
