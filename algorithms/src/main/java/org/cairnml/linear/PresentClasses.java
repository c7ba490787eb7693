package org.cairnml.linear;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;

/**
 * The classes that have rows of positive weight, at least two.
 *
 * @param present their codes, in order (k)
 * @param weights the sum of the weights of each (k)
 * @param codes for each row, the place of its class among these; 0 for rows of other classes, which
 *     have no weight (n)
 */
record PresentClasses(int[] present, double[] weights, int[] codes) {

  static PresentClasses of(Dataset data) {
    Labels labels = data.labels();
    double[] sums = new double[labels.classes().size()];
    for (int i = 0; i < data.rows(); i++) {
      sums[labels.code(i)] += data.weight(i);
    }
    int[] present = IntStream.range(0, sums.length).filter(k -> sums[k] > 0).toArray();
    if (present.length < 2) {
      throw new DataException(
          "all rows are of the class '"
              + labels.classes().get(present[0])
              + "'; a classifier needs rows of at least two classes");
    }
    int[] place = new int[sums.length];
    for (int k = 0; k < present.length; k++) {
      place[present[k]] = k;
    }
    return new PresentClasses(
        present,
        Arrays.stream(present).mapToDouble(k -> sums[k]).toArray(),
        IntStream.range(0, data.rows()).map(i -> place[labels.code(i)]).toArray());
  }

  /** How many classes there are (k). */
  int count() {
    return present.length;
  }

  /** The weights of the rows of the data that these are of, times those of their classes (n). */
  double[] rowWeights(Dataset data, ClassWeights classWeights) {
    double[] all = data.weights();
    if (classWeights == ClassWeights.BALANCED) {
      double total = Arrays.stream(weights).sum();
      for (int i = 0; i < all.length; i++) {
        all[i] *= total / (count() * weights[codes[i]]);
      }
    }
    return all;
  }

  /** Refuses codes, from a model file, that are no index of a class. */
  static void check(int[] present, List<String> classes) {
    for (int code : present) {
      if (code < 0 || code >= classes.size()) {
        throw new FormatException("there is no class with index " + code);
      }
    }
  }
}
