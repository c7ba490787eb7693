package org.cairnml.linear;

import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * A regression problem without its intercept: weighted means subtracted, rows scaled by the square
 * root of their weight.
 *
 * @param x centred features (n x d)
 * @param y centred target (n)
 * @param xMean what was subtracted from each column (d)
 * @param yMean what was subtracted from the target
 */
record Centered(Matrix x, double[] y, double[] xMean, double yMean) {

  /** Centres a copy of the data, or only weights it where there is no intercept. */
  static Centered of(Dataset data, boolean intercept) {
    Matrix x = data.x();
    double[] y = data.target();
    double[] xMean = new double[x.cols()];
    double yMean = 0;
    double total = 0;
    for (int i = 0; intercept && i < x.rows(); i++) {
      double weight = data.weight(i);
      if (weight > 0) {
        total += weight;
        double step = total == weight ? 1 : weight / total;
        yMean += step * (y[i] - yMean);
        for (int j = 0; j < xMean.length; j++) {
          xMean[j] += step * (x.get(i, j) - xMean[j]);
        }
      }
    }
    return of(data, xMean, yMean);
  }

  /** Subtracts these means from a copy of the data. */
  static Centered of(Dataset data, double[] xMean, double yMean) {
    Matrix x = data.x().copy();
    double[] y = data.target();
    for (int i = 0; i < x.rows(); i++) {
      double root = Math.sqrt(data.weight(i));
      y[i] = root * (y[i] - yMean);
      for (int j = 0; j < xMean.length; j++) {
        x.set(i, j, root * (x.get(i, j) - xMean[j]));
      }
    }
    return new Centered(x, y, xMean, yMean);
  }

  /**
   * The same problem with one row less, by a reflection that turns the rows' common direction (the
   * square roots of the weights) into the first row, which centring has emptied. It would hold
   * rounding noise that could pass for information where there are few rows.
   */
  Centered withoutEmptyRow(Dataset data) {
    int n = x.rows();
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = Math.sqrt(data.weight(i));
    }
    v[0] += Vector.wrap(v).norm2();
    Vector mirror = Vector.wrap(v);
    Vector along = x.transposeTimes(mirror);
    double scale = 2 / mirror.dot(mirror);
    double yAlong = scale * mirror.dot(Vector.wrap(y));
    Matrix rest = Matrix.zeros(n - 1, x.cols());
    double[] yRest = new double[n - 1];
    for (int i = 1; i < n; i++) {
      yRest[i - 1] = y[i] - v[i] * yAlong;
      for (int j = 0; j < x.cols(); j++) {
        rest.set(i - 1, j, x.get(i, j) - scale * v[i] * along.get(j));
      }
    }
    return new Centered(rest, yRest, xMean, yMean);
  }

  /** The intercept that belongs to the coefficients {@code b} of the centred problem. */
  double intercept(Vector b) {
    return yMean - Vector.wrap(xMean).dot(b);
  }
}
