package org.cairnml.preprocessing.scale;

import java.util.Arrays;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;

/** How likely the values of one column are, for a lambda, under a normal distribution of images. */
final class PowerLikelihood {
  // The likelihood of one column has one maximum in practice; it is bracketed from (-2, 2) outward
  // and found by parabolas and golden sections (Brent 1973, Algorithms for Minimization without
  // Derivatives, chapter 5).

  private static final double GOLDEN = 0.381966011250105;
  private static final double TOLERANCE = 1e-9;
  private static final int MOST_STEPS = 200;
  private static final double WIDEST = 64;

  private final PowerMethod method;
  private final double[] values;
  private final double[] weights;
  private final double weight;
  private final double logDerivatives;

  private PowerLikelihood(PowerMethod method, double[] values, double[] weights) {
    this.method = method;
    this.values = values;
    this.weights = weights;
    double total = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      total += weights[i];
      sum += weights[i] * method.logDerivative(values[i]);
    }
    weight = total;
    logDerivatives = sum;
  }

  static PowerLikelihood of(Dataset data, int j, PowerMethod method) {
    double[] values = new double[data.rows()];
    double[] weights = new double[data.rows()];
    int n = 0;
    for (int i = 0; i < data.rows(); i++) {
      double value = data.x().get(i, j);
      if (!Double.isNaN(value) && data.weight(i) > 0) {
        if (!method.accepts(value)) {
          String column = data.schema().name(j);
          throw DataException.inRow(i, PowerTransformer.notPositive(column, value), null);
        }
        values[n] = value;
        weights[n++] = data.weight(i);
      }
    }
    return new PowerLikelihood(method, Arrays.copyOf(values, n), Arrays.copyOf(weights, n));
  }

  /** Exact for equal values, since it moves from the first by differences. */
  double mean(double lambda) {
    double total = 0;
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      total += weights[i];
      mean += weights[i] / total * (method.apply(values[i], lambda) - mean);
    }
    return mean;
  }

  double variance(double lambda) {
    double mean = mean(lambda);
    double variance = 0;
    for (int i = 0; i < values.length; i++) {
      double deviation = method.apply(values[i], lambda) - mean;
      variance += weights[i] / weight * deviation * deviation;
    }
    return variance;
  }

  private double negative(double lambda) {
    double loss = weight / 2 * Math.log(variance(lambda)) - (lambda - 1) * logDerivatives;
    return Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY;
  }

  /** The most likely lambda, 1 for a column that does not vary. */
  double best() {
    boolean constant = Arrays.stream(values).allMatch(v -> v == values[0]);
    if (constant) {
      return 1;
    }
    double reach = 2;
    while (reach < WIDEST && isBetterAtBorder(reach)) {
      reach *= 2;
    }
    return minimum(-reach, reach);
  }

  private boolean isBetterAtBorder(double reach) {
    double inside = Math.min(negative(-reach / 2), negative(reach / 2));
    return negative(-reach) < inside || negative(reach) < inside;
  }

  private double minimum(double from, double to) {
    double a = from;
    double b = to;
    double x = a + GOLDEN * (b - a);
    double w = x;
    double v = x;
    double fx = negative(x);
    double fw = fx;
    double fv = fx;
    double step = 0;
    double before = 0;
    for (int i = 0; i < MOST_STEPS; i++) {
      double middle = (a + b) / 2;
      double tolerance = TOLERANCE * (1 + Math.abs(x));
      if (Math.abs(x - middle) <= 2 * tolerance - (b - a) / 2) {
        break;
      }
      double r = (x - w) * (fx - fv);
      double q = (x - v) * (fx - fw);
      double p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      p = q > 0 ? -p : p;
      q = Math.abs(q);
      boolean parabola =
          Math.abs(p) < Math.abs(q * before / 2) && p > q * (a - x) && p < q * (b - x);
      before = parabola ? step : x < middle ? b - x : a - x;
      step = parabola ? p / q : GOLDEN * before;
      double u = x + (Math.abs(step) >= tolerance ? step : Math.copySign(tolerance, step));
      double fu = negative(u);
      if (fu <= fx) {
        a = u >= x ? x : a;
        b = u >= x ? b : x;
        v = w;
        fv = fw;
        w = x;
        fw = fx;
        x = u;
        fx = fu;
      } else {
        a = u < x ? u : a;
        b = u < x ? b : u;
        if (fu <= fw || w == x) {
          v = w;
          fv = fw;
          w = u;
          fw = fu;
        } else if (fu <= fv || v == x || v == w) {
          v = u;
          fv = fu;
        }
      }
    }
    return x;
  }
}
