package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;

/**
 * The rows of a regression as a least-squares problem: a column of ones in front if there is an
 * intercept, rows multiplied by the square root of their weight, rows of weight 0 left out.
 *
 * @param a the design (m x p)
 * @param b the target (m)
 * @param logWeights the sum of the logarithms of the weights
 */
record Rows(Matrix a, double[] b, double logWeights) {

  static Rows of(Dataset data, boolean intercept) {
    Matrix x = data.x();
    double[] y = data.target();
    int first = intercept ? 1 : 0;
    int p = x.cols() + first;
    double[] a = new double[Math.multiplyExact(x.rows(), p)];
    double[] b = new double[x.rows()];
    double logWeights = 0;
    int m = 0;
    for (int i = 0; i < x.rows(); i++) {
      double weight = data.weight(i);
      if (weight > 0) {
        double root = Math.sqrt(weight);
        if (intercept) {
          a[m * p] = root;
        }
        int in = x.offset() + i * x.stride();
        for (int j = 0; j < x.cols(); j++) {
          a[m * p + first + j] = root * x.data()[in + j];
        }
        b[m++] = root * y[i];
        logWeights += Math.log(weight);
      }
    }
    return new Rows(Matrix.wrap(Arrays.copyOf(a, m * p), m, p), Arrays.copyOf(b, m), logWeights);
  }
}
