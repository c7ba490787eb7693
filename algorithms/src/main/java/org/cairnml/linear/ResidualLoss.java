package org.cairnml.linear;

/** What an {@link SGDRegressor} minimizes: losses of the residual. */
public enum ResidualLoss {
  /** Half the square. */
  SQUARED,
  /** Half the square up to epsilon, and linear beyond. */
  HUBER,
  /** The magnitude, less epsilon, where it is larger than epsilon: support vector regression. */
  EPSILON_INSENSITIVE;

  PointLoss loss(double epsilon) {
    return switch (this) {
      case SQUARED -> new Bounded(Double.POSITIVE_INFINITY);
      case HUBER -> new Bounded(epsilon);
      case EPSILON_INSENSITIVE -> new Insensitive(epsilon);
    };
  }

  /** Half the square, whose slope goes no further than the bound. */
  private record Bounded(double bound) implements PointLoss {
    @Override
    public double value(double prediction, double y) {
      double r = Math.abs(prediction - y);
      return r <= bound ? r * r / 2 : bound * (r - bound / 2);
    }

    @Override
    public double slope(double prediction, double y) {
      return Math.max(-bound, Math.min(bound, prediction - y));
    }
  }

  private record Insensitive(double epsilon) implements PointLoss {
    @Override
    public double value(double prediction, double y) {
      return Math.max(0, Math.abs(prediction - y) - epsilon);
    }

    @Override
    public double slope(double prediction, double y) {
      double r = prediction - y;
      return Math.abs(r) > epsilon ? Math.signum(r) : 0;
    }
  }
}
