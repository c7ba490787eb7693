package org.cairnml.metrics;

import org.cairnml.base.DataException;
import org.cairnml.linalg.Matrix;

/** What every metric asks of its arguments, with messages that name the row. */
final class Require {

  /** How far from 1 the probabilities of a row may add up; float32 models stay well below. */
  static final double PROBABILITY_SUM_TOLERANCE = 1e-5;

  private Require() {}

  static void k(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, but was " + k);
    }
  }

  static void rows(int n) {
    if (n == 0) {
      throw new DataException("there are no rows to evaluate; give at least one");
    }
  }

  static void sameLength(int truth, int predicted) {
    if (truth != predicted) {
      throw new DataException(
          "the truth has %d rows, the prediction %d; give one prediction for each row"
              .formatted(truth, predicted));
    }
    rows(truth);
  }

  static void finite(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new DataException(
            "row %d: the %s is %s, expected a finite number".formatted(i, what, values[i]));
      }
    }
  }

  static void numbers(double[] truth, double[] predicted) {
    sameLength(truth.length, predicted.length);
    finite("true value", truth);
    finite("prediction", predicted);
  }

  static void atLeastZero(String what, double[] values, String metric) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        throw new DataException(
            "row %d: the %s is %s; %s needs at least 0".formatted(i, what, values[i], metric));
      }
    }
  }

  static void positive(String what, double[] values, String metric) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] <= 0) {
        throw new DataException(
            "row %d: the %s is %s; %s needs more than 0".formatted(i, what, values[i], metric));
      }
    }
  }

  static void probabilities(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0 && values[i] <= 1)) {
        throw new DataException(
            "row %d: the probability is %s, expected a number from 0 to 1".formatted(i, values[i]));
      }
    }
  }

  static void probabilities(int n, int k, Matrix probabilities) {
    sameLength(n, probabilities.rows());
    if (probabilities.cols() != k) {
      throw new DataException(
          "the probabilities have %d columns for %d classes; give one column for each class"
              .formatted(probabilities.cols(), k));
    }
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int c = 0; c < k; c++) {
        double p = probabilities.get(i, c);
        if (!(p >= 0 && p <= 1)) {
          throw new DataException(
              "row %d, class %d: the probability is %s, expected a number from 0 to 1"
                  .formatted(i, c, p));
        }
        sum += p;
      }
      if (Math.abs(sum - 1) > PROBABILITY_SUM_TOLERANCE) {
        throw new DataException(
            "row %d: the probabilities add up to %s, expected 1".formatted(i, sum));
      }
    }
  }

  static void sameShape(Matrix truth, Matrix predicted) {
    sameLength(truth.rows(), predicted.rows());
    if (truth.cols() != predicted.cols() || truth.cols() == 0) {
      throw new DataException(
          "the truth has %d columns, the prediction %d; give as many in both, and one at least"
              .formatted(truth.cols(), predicted.cols()));
    }
  }

  static void indicators(String what, Matrix labels) {
    for (int i = 0; i < labels.rows(); i++) {
      for (int c = 0; c < labels.cols(); c++) {
        if (labels.get(i, c) != 0 && labels.get(i, c) != 1) {
          throw new DataException(
              "row %d, label %d: the %s is %s, expected 0 or 1"
                  .formatted(i, c, what, labels.get(i, c)));
        }
      }
    }
  }

  static void finite(String what, Matrix values) {
    for (int i = 0; i < values.rows(); i++) {
      for (int c = 0; c < values.cols(); c++) {
        if (!Double.isFinite(values.get(i, c))) {
          throw new DataException(
              "row %d, column %d: the %s is %s, expected a finite number"
                  .formatted(i, c, what, values.get(i, c)));
        }
      }
    }
  }
}
