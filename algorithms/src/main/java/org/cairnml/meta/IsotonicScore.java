package org.cairnml.meta;

import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.linear.IsotonicCurve;
import org.cairnml.linear.Trend;

/**
 * A non-decreasing curve of any shape.
 *
 * @param curve from probability to probability
 */
record IsotonicScore(IsotonicCurve curve) implements ScoreCurve {

  static final String TYPE = "isotonic";

  /** The same value everywhere. */
  static IsotonicScore constant(double value) {
    return new IsotonicScore(IsotonicCurve.of(new double[] {0}, new double[] {value}));
  }

  /** The curve of n scores and whether each row is of the class. */
  static IsotonicScore fit(double[] scores, boolean[] positive, double[] weights) {
    double[] targets = new double[scores.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = positive[i] ? 1 : 0;
    }
    return new IsotonicScore(IsotonicCurve.fit(scores, targets, weights, Trend.INCREASING));
  }

  @Override
  public double at(double p) {
    return curve.at(p);
  }

  @Override
  public Fields write() {
    return Fields.create().set("curve", TYPE).set("x", curve.knots()).set("y", curve.heights());
  }

  static IsotonicScore read(Fields fields) {
    double[] y = fields.getDoubles("y");
    if (y.length > 0 && !(y[0] >= 0 && y[0] <= y[y.length - 1] && y[y.length - 1] <= 1)) {
      throw new FormatException("a calibration curve does not rise from 0 to 1");
    }
    try {
      return new IsotonicScore(IsotonicCurve.of(fields.getDoubles("x"), y));
    } catch (DataException e) {
      throw new FormatException("a calibration curve is broken: " + e.getMessage());
    }
  }
}
