package org.cairnml.linear;

/** What an {@link SGDClassifier} minimizes: losses of the score times the class, 1 or -1. */
public enum MarginLoss {
  /** {@code max(0, 1 - z)}: a linear support vector machine. */
  HINGE(new Hinge()),
  /** {@code max(0, 1 - z)^2}. */
  SQUARED_HINGE(new SquaredHinge()),
  /** {@code log(1 + exp(-z))}: logistic regression, whose model gives probabilities. */
  LOG(new Log());

  private final PointLoss loss;

  MarginLoss(PointLoss loss) {
    this.loss = loss;
  }

  PointLoss loss() {
    return loss;
  }

  private record Hinge() implements PointLoss {
    @Override
    public double value(double prediction, double y) {
      return Math.max(0, 1 - prediction * y);
    }

    @Override
    public double slope(double prediction, double y) {
      return prediction * y <= 1 ? -y : 0;
    }
  }

  private record SquaredHinge() implements PointLoss {
    @Override
    public double value(double prediction, double y) {
      double missing = Math.max(0, 1 - prediction * y);
      return missing * missing;
    }

    @Override
    public double slope(double prediction, double y) {
      return -2 * y * Math.max(0, 1 - prediction * y);
    }
  }

  private record Log() implements PointLoss {
    @Override
    public double value(double prediction, double y) {
      double z = prediction * y;
      return Math.log1p(Math.exp(-Math.abs(z))) + Math.max(0, -z);
    }

    @Override
    public double slope(double prediction, double y) {
      return -y / (1 + Math.exp(prediction * y));
    }
  }
}
