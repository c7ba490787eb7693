package org.cairnml.boosting;

import java.util.Locale;

/** How the sum of a boosting's trees becomes a prediction. */
public enum Link {
  /** The sum itself. */
  IDENTITY {
    @Override
    public double response(double score) {
      return score;
    }
  },
  /** The exponential of the sum, for positive targets. */
  LOG {
    @Override
    public double response(double score) {
      return Math.exp(score);
    }
  },
  /** The logistic function of the sum, for targets from 0 to 1. */
  LOGIT {
    @Override
    public double response(double score) {
      return 1 / (1 + Math.exp(-score));
    }
  };

  /** The prediction for a sum of trees. */
  public abstract double response(double score);

  /** The name in model files. */
  String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
