package org.cairnml.meta;

import java.util.Arrays;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/** Turns the probabilities of one model into calibrated ones. */
interface Calibrator {

  /** Replaces the probabilities of k classes. */
  void calibrateInPlace(double[] p);

  /** The calibrator as fields, for {@link #read}. */
  Fields write();

  /** Learns from probabilities (n x k) of rows that the model was not fitted on. */
  static Calibrator fit(CalibrationMethod method, Matrix p, Labels labels, double[] weights) {
    return method == CalibrationMethod.TEMPERATURE
        ? Temperature.fit(p, labels, weights)
        : OneVersusRest.fit(method, p, labels, weights);
  }

  /** A calibrator for k classes. */
  static Calibrator read(Fields fields, int k) {
    if (fields.has("exponent")) {
      double exponent = fields.getDouble("exponent");
      if (!(exponent > 0 && exponent < Double.POSITIVE_INFINITY)) {
        throw new FormatException("the exponent of a calibration is " + exponent);
      }
      List<Integer> present = Arrays.stream(fields.getInts("present")).boxed().toList();
      if (present.isEmpty() || present.stream().anyMatch(c -> c < 0 || c >= k)) {
        throw new FormatException("the classes of a calibration are not among " + k);
      }
      return new Temperature(exponent, present);
    }
    return OneVersusRest.read(fields, k);
  }
}
