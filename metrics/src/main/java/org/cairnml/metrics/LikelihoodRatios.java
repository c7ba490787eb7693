package org.cairnml.metrics;

/**
 * How much a prediction changes the odds that a row is of a class.
 *
 * @param positive recall / (1 - specificity), by which a prediction of the class multiplies them;
 *     {@code NaN} if there are no false positives
 * @param negative (1 - recall) / specificity, by which any other prediction multiplies them; {@code
 *     NaN} if there are no true negatives
 */
public record LikelihoodRatios(double positive, double negative) {

  /** The ratios of class {@code c} against the rest; both {@code NaN} if it has no rows. */
  public static LikelihoodRatios of(ConfusionMatrix confusion, int c) {
    double recall = confusion.recall(c);
    double specificity = confusion.specificity(c);
    return new LikelihoodRatios(
        confusion.falsePositives(c) == 0 ? Double.NaN : recall / (1 - specificity),
        confusion.trueNegatives(c) == 0 ? Double.NaN : (1 - recall) / specificity);
  }
}
