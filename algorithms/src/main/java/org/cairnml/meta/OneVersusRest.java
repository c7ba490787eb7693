package org.cairnml.meta;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * A curve for each class, or for the second of two; several are made to add up to 1. Where all
 * curves say 0, the probabilities stay as they are.
 *
 * @param curves one for two classes, else one a class
 */
record OneVersusRest(List<ScoreCurve> curves) implements Calibrator {

  static OneVersusRest fit(CalibrationMethod method, Matrix p, Labels labels, double[] weights) {
    int k = labels.classes().size();
    List<ScoreCurve> curves = new ArrayList<>();
    for (int c = k == 2 ? 1 : 0; c < k; c++) {
      curves.add(fit(method, p, c, labels, weights));
    }
    return new OneVersusRest(curves);
  }

  private static ScoreCurve fit(
      CalibrationMethod method, Matrix p, int c, Labels labels, double[] weights) {
    double[] scores = new double[p.rows()];
    boolean[] positive = new boolean[p.rows()];
    boolean any = false;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = p.get(i, c);
      positive[i] = labels.code(i) == c;
      any |= positive[i];
    }
    if (!any) {
      return IsotonicScore.constant(0);
    }
    if (method == CalibrationMethod.ISOTONIC) {
      return IsotonicScore.fit(scores, positive, weights);
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] = SigmoidCurve.logOdds(scores[i]);
    }
    return SigmoidCurve.fit(scores, positive, weights);
  }

  @Override
  public void calibrateInPlace(double[] p) {
    if (curves.size() == 1) {
      p[1] = curves.get(0).at(p[1]);
      p[0] = 1 - p[1];
      return;
    }
    double[] calibrated = new double[p.length];
    double sum = 0;
    for (int c = 0; c < p.length; c++) {
      calibrated[c] = curves.get(c).at(p[c]);
      sum += calibrated[c];
    }
    if (sum > 0) {
      for (int c = 0; c < p.length; c++) {
        p[c] = calibrated[c] / sum;
      }
    }
  }

  @Override
  public Fields write() {
    return Fields.create().setList("curves", curves.stream().map(ScoreCurve::write).toList());
  }

  static OneVersusRest read(Fields fields, int k) {
    List<ScoreCurve> curves = fields.getList("curves").stream().map(ScoreCurve::read).toList();
    if (curves.size() != (k == 2 ? 1 : k)) {
      throw new FormatException(curves.size() + " calibration curves do not fit " + k + " classes");
    }
    return new OneVersusRest(curves);
  }
}
