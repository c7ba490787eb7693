package org.cairnml.linear;

/**
 * An estimated coefficient and what can be said of it.
 *
 * @param name the feature's name, or {@code (intercept)}
 * @param value the estimate
 * @param standardError its standard error; NaN for a coefficient that was left out
 * @param statistic value / standardError, the t (or z) of the test that the coefficient is 0
 * @param pValue the two-sided probability of so large a statistic if the coefficient is 0
 * @param low the lower end of the confidence interval
 * @param high its upper end
 */
public record Estimate(
    String name,
    double value,
    double standardError,
    double statistic,
    double pValue,
    double low,
    double high) {}
