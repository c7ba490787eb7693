package org.cairnml.linear;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The classes and the weights of rows.
 *
 * @param codes classes from 0 (n)
 * @param classes how many classes there are
 * @param weights of the rows (n)
 */
record CodedRows(int[] codes, int classes, double[] weights) {

  int count() {
    return codes.length;
  }

  double total() {
    return Arrays.stream(weights).sum();
  }

  /** How many scores a row has: one for two classes, else one a class. */
  int scores() {
    return classes == 2 ? 1 : classes;
  }

  /** The places of every {@code step}-th row. */
  int[] places(int step) {
    return IntStream.range(0, (count() + step - 1) / step).map(i -> i * step).toArray();
  }

  /** Every {@code step}-th row, which counts {@code step} times as much. */
  CodedRows every(int step) {
    int[] places = places(step);
    return new CodedRows(
        Arrays.stream(places).map(i -> codes[i]).toArray(),
        classes,
        Arrays.stream(places).mapToDouble(i -> step * weights[i]).toArray());
  }
}
