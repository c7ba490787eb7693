package org.cairnml.metrics;

import org.cairnml.metrics.ConfusionMatrix.Normalization;

/**
 * Agreement of truth and prediction beyond chance: 1 - (observed disagreement) / (disagreement
 * expected if both were independent). 1 is perfect, 0 is chance.
 *
 * <p>J. Cohen, A coefficient of agreement for nominal scales, 1960, doi:10.1177/001316446002000104;
 * weighted: 1968, doi:10.1037/h0026256.
 */
public final class CohenKappa {

  /** How much it counts to take one class for another. */
  public enum Disagreement {
    /** 1 for any two classes. */
    EQUAL,
    /** The distance of the two in the list of classes, which are ordered. */
    LINEAR,
    /** The squared distance of the two in the list of classes, which are ordered. */
    QUADRATIC;

    private double of(int a, int b) {
      return switch (this) {
        case EQUAL -> a == b ? 0 : 1;
        case LINEAR -> Math.abs(a - b);
        case QUADRATIC -> (double) (a - b) * (a - b);
      };
    }
  }

  private CohenKappa() {}

  /**
   * With {@link Disagreement#EQUAL}; {@code NaN} if all rows are and are predicted as one class.
   */
  public static double of(ConfusionMatrix confusion) {
    return of(confusion, Disagreement.EQUAL);
  }

  /** Kappa; {@code NaN} if all rows are and are predicted as one class. */
  public static double of(ConfusionMatrix confusion, Disagreement disagreement) {
    var shares = confusion.normalized(Normalization.ALL);
    int k = confusion.classes().size();
    double observed = 0;
    double expected = 0;
    for (int t = 0; t < k; t++) {
      for (int p = 0; p < k; p++) {
        double weight = disagreement.of(t, p);
        observed += weight * shares.get(t, p);
        expected +=
            weight
                * (confusion.support(t) / confusion.total())
                * (confusion.predicted(p) / confusion.total());
      }
    }
    return expected == 0 ? Double.NaN : 1 - observed / expected;
  }
}
