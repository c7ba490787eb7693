package org.cairnml.boosting;

/** How the scores of classes, one each, become their probabilities. */
public enum ClassLink {
  /** The exponential of each score, as a share of their sum. */
  SOFTMAX {
    @Override
    void respond(double[] values, int from, int k) {
      double max = values[from];
      for (int c = 1; c < k; c++) {
        max = Math.max(max, values[from + c]);
      }
      for (int c = 0; c < k; c++) {
        values[from + c] = Math.exp(values[from + c] - max);
      }
      share(values, from, k);
    }
  },
  /**
   * Each score is the log-odds of its class against the rest; the probabilities that it gives are
   * divided by their sum.
   */
  ONE_VERSUS_REST {
    @Override
    void respond(double[] values, int from, int k) {
      for (int c = 0; c < k; c++) {
        values[from + c] = Link.LOGIT.response(values[from + c]);
      }
      share(values, from, k);
    }
  };

  /** Puts the probabilities of a row in the place of its k scores. */
  abstract void respond(double[] values, int from, int k);

  /** Divides by the sum; where all are too small for a double, no class is likelier. */
  private static void share(double[] values, int from, int k) {
    double sum = 0;
    for (int c = 0; c < k; c++) {
      sum += values[from + c];
    }
    for (int c = 0; c < k; c++) {
      values[from + c] = sum > 0 ? values[from + c] / sum : 1.0 / k;
    }
  }
}
