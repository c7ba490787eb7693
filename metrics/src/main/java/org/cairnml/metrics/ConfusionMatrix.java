package org.cairnml.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * How often each class was predicted as each class, and every score that follows from those counts.
 * With sample weights, counts are sums of weights. Immutable.
 *
 * <p>Scores of one class take it as the positive one and all others as the negative one. What the
 * counts do not determine is {@code NaN}: the precision of a class that was never predicted, the
 * recall of a class without rows. In averages such a score counts as 0, as in scikit-learn; classes
 * that have neither rows nor predictions are left out of averages.
 *
 * <p>Definitions: M. Sokolova, G. Lapalme, A systematic analysis of performance measures for
 * classification tasks, 2009, doi:10.1016/j.ipm.2009.03.002.
 */
public final class ConfusionMatrix {

  /** What counts are divided by. */
  public enum Normalization {
    /** By the true rows of the class: a row of the matrix adds up to 1. */
    TRUTH,
    /** By the predictions of the class: a column of the matrix adds up to 1. */
    PREDICTION,
    /** By all rows: the matrix adds up to 1. */
    ALL
  }

  private final List<String> classes;
  private final double[][] counts;
  private final double[] trueRows;
  private final double[] predictions;
  private final double total;
  private final double correct;

  private ConfusionMatrix(List<String> classes, double[][] counts) {
    int k = classes.size();
    this.classes = classes;
    this.counts = counts;
    this.trueRows = new double[k];
    this.predictions = new double[k];
    double right = 0;
    for (int t = 0; t < k; t++) {
      for (int p = 0; p < k; p++) {
        trueRows[t] += counts[t][p];
        predictions[p] += counts[t][p];
      }
      right += counts[t][t];
    }
    this.correct = right;
    this.total = Arrays.stream(trueRows).sum();
  }

  /**
   * Counts the pairs. The classes are those of the larger list of the two, or all classes sorted if
   * neither list holds the other.
   *
   * @throws org.cairnml.base.DataException if there are no rows, or not as many predictions
   */
  public static ConfusionMatrix of(Labels truth, Labels predicted) {
    return count(ClassAlignment.of(truth, predicted), null);
  }

  /**
   * Adds up the weights (n) of the pairs.
   *
   * @throws org.cairnml.base.DataException if there are no rows, not as many predictions or
   *     weights, or unusable weights
   */
  public static ConfusionMatrix of(Labels truth, Labels predicted, double[] weights) {
    Weights.check(truth.size(), weights);
    return count(ClassAlignment.of(truth, predicted), weights);
  }

  private static ConfusionMatrix count(ClassAlignment both, double[] weights) {
    int k = both.classes().size();
    double[][] counts = new double[k][k];
    for (int i = 0; i < both.truth().size(); i++) {
      counts[both.truth().code(i)][both.predicted().code(i)] += weights == null ? 1 : weights[i];
    }
    return new ConfusionMatrix(both.classes(), counts);
  }

  /** The names of the classes. */
  public List<String> classes() {
    return classes;
  }

  /** The number of rows of class {@code truth} that were predicted as class {@code predicted}. */
  public double count(int truth, int predicted) {
    return counts[truth][predicted];
  }

  /** The counts (k x k), true classes in rows, predicted ones in columns. */
  public Matrix toMatrix() {
    return Matrix.of(counts);
  }

  /** The counts (k x k), divided; {@code NaN} where that is by 0. */
  public Matrix normalized(Normalization by) {
    Matrix shares = toMatrix();
    for (int t = 0; t < classes.size(); t++) {
      for (int p = 0; p < classes.size(); p++) {
        double divisor =
            switch (by) {
              case TRUTH -> trueRows[t];
              case PREDICTION -> predictions[p];
              case ALL -> total;
            };
        shares.set(t, p, ratio(counts[t][p], divisor));
      }
    }
    return shares;
  }

  /** The number of rows. */
  public double total() {
    return total;
  }

  /** The number of rows of the class. */
  public double support(int c) {
    return trueRows[c];
  }

  /** The number of predictions of the class. */
  public double predicted(int c) {
    return predictions[c];
  }

  /** Rows of the class that were predicted as such. */
  public double truePositives(int c) {
    return counts[c][c];
  }

  /** Rows of other classes that were predicted as this one. */
  public double falsePositives(int c) {
    return predictions[c] - counts[c][c];
  }

  /** Rows of the class that were predicted as another one. */
  public double falseNegatives(int c) {
    return trueRows[c] - counts[c][c];
  }

  /** Rows of other classes that were predicted as any other one. */
  public double trueNegatives(int c) {
    return total - trueRows[c] - predictions[c] + counts[c][c];
  }

  /** The share of right predictions. */
  public double accuracy() {
    return correct / total;
  }

  /** The share of wrong predictions: the mean zero-one loss, and the Hamming loss. */
  public double errorRate() {
    return 1 - accuracy();
  }

  /** The mean recall of the classes that have rows. */
  public double balancedAccuracy() {
    double sum = 0;
    int present = 0;
    for (int c = 0; c < classes.size(); c++) {
      if (trueRows[c] > 0) {
        sum += recall(c);
        present++;
      }
    }
    return sum / present;
  }

  /**
   * {@link #balancedAccuracy}, moved and scaled so that guessing scores 0 and a perfect prediction
   * 1; {@code NaN} if only one class has rows.
   */
  public double adjustedBalancedAccuracy() {
    double guess = 1.0 / Arrays.stream(trueRows).filter(rows -> rows > 0).count();
    return ratio(balancedAccuracy() - guess, 1 - guess);
  }

  /** TP / (TP + FP); {@code NaN} if the class was never predicted. */
  public double precision(int c) {
    return ratio(truePositives(c), predictions[c]);
  }

  /** TP / (TP + FN); {@code NaN} if the class has no rows. */
  public double recall(int c) {
    return ratio(truePositives(c), trueRows[c]);
  }

  /** TN / (TN + FP); {@code NaN} if all rows are of the class. */
  public double specificity(int c) {
    return ratio(trueNegatives(c), total - trueRows[c]);
  }

  /** 2 TP / (2 TP + FP + FN); {@code NaN} if the class has neither rows nor predictions. */
  public double f1(int c) {
    return fBeta(1, c);
  }

  /**
   * (1 + b^2) TP / ((1 + b^2) TP + b^2 FN + FP): recall counts {@code beta} times as much as
   * precision; {@code NaN} if the class has neither rows nor predictions.
   *
   * @throws IllegalArgumentException if {@code beta} is negative or not finite
   */
  public double fBeta(double beta, int c) {
    return fBeta(beta, truePositives(c), predictions[c], trueRows[c]);
  }

  /** TP / (TP + FP + FN); {@code NaN} if the class has neither rows nor predictions. */
  public double jaccard(int c) {
    return ratio(truePositives(c), trueRows[c] + predictions[c] - truePositives(c));
  }

  /** The averaged precision. */
  public double precision(Average average) {
    return average == Average.MICRO ? accuracy() : mean(average, this::precision);
  }

  /** The averaged recall. */
  public double recall(Average average) {
    return average == Average.MICRO ? accuracy() : mean(average, this::recall);
  }

  /** The averaged F1. */
  public double f1(Average average) {
    return fBeta(1, average);
  }

  /**
   * The averaged F-beta.
   *
   * @throws IllegalArgumentException if {@code beta} is negative or not finite
   */
  public double fBeta(double beta, Average average) {
    return average == Average.MICRO
        ? fBeta(beta, correct, total, total)
        : mean(average, c -> fBeta(beta, c));
  }

  /** The averaged Jaccard index. */
  public double jaccard(Average average) {
    return average == Average.MICRO
        ? correct / (2 * total - correct)
        : mean(average, this::jaccard);
  }

  /** F-beta of counts; {@code NaN} if nothing is predicted or true. */
  static double fBeta(double beta, double tp, double predicted, double support) {
    if (!(beta >= 0) || Double.isInfinite(beta)) {
      throw new IllegalArgumentException("beta must be a number of at least 0, but was " + beta);
    }
    double b2 = beta * beta;
    return predicted + support == 0
        ? Double.NaN
        : (1 + b2) * tp / nonZero(b2 * support + predicted);
  }

  private static double nonZero(double denominator) {
    return denominator == 0 ? 1 : denominator;
  }

  private double mean(Average average, IntToDoubleFunction score) {
    double sum = 0;
    double weights = 0;
    for (int c = 0; c < classes.size(); c++) {
      if (trueRows[c] + predictions[c] > 0) {
        double weight = average == Average.WEIGHTED ? trueRows[c] : 1;
        double value = score.applyAsDouble(c);
        sum += weight * (Double.isNaN(value) ? 0 : value);
        weights += weight;
      }
    }
    return sum / weights;
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix that
        && classes.equals(that.classes)
        && Arrays.deepEquals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * classes.hashCode() + Arrays.deepHashCode(counts);
  }

  /** A table with the true classes in rows and the predicted ones in columns. */
  @Override
  public String toString() {
    var table = new TextTable("true \\ predicted");
    classes.forEach(table::column);
    for (int t = 0; t < classes.size(); t++) {
      table.row(classes.get(t), Arrays.stream(counts[t]).mapToObj(TextTable::amount).toList());
    }
    return table.toString();
  }
}
