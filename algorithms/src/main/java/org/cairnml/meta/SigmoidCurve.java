package org.cairnml.meta;

import org.cairnml.core.Fields;

/**
 * Platt's calibration: a logistic curve of the log-odds.
 *
 * @param slope what log-odds are multiplied by
 * @param intercept what is added
 */
record SigmoidCurve(double slope, double intercept) implements ScoreCurve {
  // Platt's targets are (n1 + 1) / (n1 + 2) and 1 / (n0 + 2) rather than 1 and 0, which keeps the
  // slope finite for classes that are told apart without error. The loss is convex in two
  // parameters: Newton's method, each step halved until the loss falls.

  static final String TYPE = "sigmoid";
  private static final double SMALLEST = 1e-15;
  private static final int MOST_STEPS = 200;
  private static final double TOLERANCE = 1e-12;

  /**
   * The curve of n scores (log-odds, or any other numbers) and whether each row is of the class.
   */
  static SigmoidCurve fit(double[] scores, boolean[] positive, double[] weights) {
    double in = 0;
    double out = 0;
    for (int i = 0; i < scores.length; i++) {
      in += positive[i] ? weights[i] : 0;
      out += positive[i] ? 0 : weights[i];
    }
    double high = (in + 1) / (in + 2);
    double low = 1 / (out + 2);
    var curve = new SigmoidCurve(0, Math.log((in + 1) / (out + 1)));
    double loss = curve.loss(scores, positive, weights, high, low);
    for (int step = 0; step < MOST_STEPS; step++) {
      SigmoidCurve direction = curve.newton(scores, positive, weights, high, low);
      double size = 1;
      SigmoidCurve next = curve.plus(direction, size);
      double nextLoss = next.loss(scores, positive, weights, high, low);
      while (!(nextLoss <= loss) && size > TOLERANCE) {
        size /= 2;
        next = curve.plus(direction, size);
        nextLoss = next.loss(scores, positive, weights, high, low);
      }
      if (!(nextLoss <= loss)) {
        break;
      }
      curve = next;
      loss = nextLoss;
      double moved = size * Math.max(Math.abs(direction.slope), Math.abs(direction.intercept));
      if (moved <= TOLERANCE * (1 + Math.abs(curve.slope) + Math.abs(curve.intercept))) {
        break;
      }
    }
    return curve;
  }

  /** The log-odds of a probability, finite also for 0 and 1. */
  static double logOdds(double p) {
    return Math.log(Math.max(p, SMALLEST)) - Math.log(Math.max(1 - p, SMALLEST));
  }

  /** The probability of a score. */
  double ofScore(double score) {
    double z = slope * score + intercept;
    double small = Math.exp(-Math.abs(z));
    return (z >= 0 ? 1 : small) / (1 + small);
  }

  @Override
  public double at(double p) {
    return ofScore(logOdds(p));
  }

  @Override
  public Fields write() {
    return Fields.create().set("curve", TYPE).set("slope", slope).set("intercept", intercept);
  }

  private SigmoidCurve plus(SigmoidCurve direction, double size) {
    return new SigmoidCurve(slope + size * direction.slope, intercept + size * direction.intercept);
  }

  private double loss(double[] scores, boolean[] positive, double[] w, double high, double low) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      double z = slope * scores[i] + intercept;
      double target = positive[i] ? high : low;
      sum += w[i] * (Math.max(z, 0) - target * z + Math.log1p(Math.exp(-Math.abs(z))));
    }
    return sum;
  }

  private SigmoidCurve newton(
      double[] scores, boolean[] positive, double[] w, double high, double low) {
    double ga = 0;
    double gb = 0;
    double haa = 0;
    double hab = 0;
    double hbb = 0;
    for (int i = 0; i < scores.length; i++) {
      double p = ofScore(scores[i]);
      double residual = w[i] * (p - (positive[i] ? high : low));
      double h = w[i] * p * (1 - p);
      ga += residual * scores[i];
      gb += residual;
      haa += h * scores[i] * scores[i];
      hab += h * scores[i];
      hbb += h;
    }
    double ridge = 1e-14 * (haa + hbb) + Double.MIN_NORMAL;
    haa += ridge;
    hbb += ridge;
    double determinant = haa * hbb - hab * hab;
    return determinant > 0
        ? new SigmoidCurve((hab * gb - hbb * ga) / determinant, (hab * ga - haa * gb) / determinant)
        : new SigmoidCurve(-ga / haa, -gb / hbb);
  }
}
