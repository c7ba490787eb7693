package org.cairnml.meta;

import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;

/** A curve from the uncalibrated probability of one class to the calibrated one. */
interface ScoreCurve {

  /** The calibrated probability. */
  double at(double p);

  /** The curve as fields, for {@link #read}. */
  Fields write();

  static ScoreCurve read(Fields fields) {
    String type = fields.getString("curve");
    return switch (type) {
      case SigmoidCurve.TYPE ->
          new SigmoidCurve(fields.getDouble("slope"), fields.getDouble("intercept"));
      case IsotonicScore.TYPE -> IsotonicScore.read(fields);
      default -> throw new FormatException("there is no calibration curve '" + type + "'");
    };
  }
}
