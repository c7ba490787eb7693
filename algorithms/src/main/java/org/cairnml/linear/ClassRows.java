package org.cairnml.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;

/**
 * The rows of one class about their mean. Rows of weight 0 are left out.
 *
 * @param code the class
 * @param weight the sum of the weights
 * @param mean the weighted mean (d)
 * @param weights of the rows (m)
 * @param centered the rows less the mean, times the square root of their weight (m x d)
 */
record ClassRows(int code, double weight, double[] mean, double[] weights, Matrix centered) {

  private static final double PRIOR_ROUNDING = 1e-9;

  /** The classes that have rows, in order; at least two. */
  static List<ClassRows> of(Dataset data, Workers workers) {
    var classes = PresentClasses.of(data);
    List<ClassRows> all = new ArrayList<>();
    for (int k = 0; k < classes.count(); k++) {
      int place = k;
      int[] rows =
          IntStream.range(0, data.rows())
              .filter(i -> data.weight(i) > 0 && classes.codes()[i] == place)
              .toArray();
      all.add(of(classes.present()[k], data.rows(rows), workers));
    }
    return all;
  }

  private static ClassRows of(int code, Dataset data, Workers workers) {
    double[] weights = data.weights();
    Matrix centered = data.x().copy();
    double[] mean = Standardization.of(centered, weights, true, workers).mean();
    for (int i = 0; i < centered.rows(); i++) {
      double root = Math.sqrt(weights[i]);
      for (int j = 0; j < mean.length; j++) {
        centered.set(i, j, root * (centered.get(i, j) - mean[j]));
      }
    }
    return new ClassRows(code, Arrays.stream(weights).sum(), mean, weights, centered);
  }

  /** The sum of weighted products of deviations from the mean (d x d). */
  Matrix scatter() {
    return centered.gram();
  }

  static int[] codes(List<ClassRows> classes) {
    return classes.stream().mapToInt(ClassRows::code).toArray();
  }

  static double total(List<ClassRows> classes) {
    return classes.stream().mapToDouble(ClassRows::weight).sum();
  }

  /** Refuses priors that are no probabilities. */
  static void checkPriors(List<Double> priors) {
    double sum = priors.stream().mapToDouble(p -> p).sum();
    boolean possible = priors.stream().allMatch(p -> p >= 0);
    if (!priors.isEmpty() && !(possible && Math.abs(sum - 1) <= PRIOR_ROUNDING)) {
      throw new IllegalArgumentException(
          "priors must be at least 0 and add up to 1, but they were " + priors);
    }
  }

  /** The prior of each class that has rows: as given for all classes, or its share of weight. */
  static double[] priors(List<ClassRows> present, List<Double> given, List<String> names) {
    if (!given.isEmpty() && given.size() != names.size()) {
      throw new IllegalArgumentException(
          given.size() + " priors were given for " + names.size() + " classes " + names);
    }
    double[] priors =
        present.stream().mapToDouble(c -> given.isEmpty() ? c.weight : given.get(c.code)).toArray();
    double sum = Arrays.stream(priors).sum();
    if (!(sum > 0)) {
      throw new IllegalArgumentException("the priors of all classes that have rows are 0");
    }
    return Arrays.stream(priors).map(p -> p / sum).toArray();
  }
}
