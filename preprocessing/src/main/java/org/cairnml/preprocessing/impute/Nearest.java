package org.cairnml.preprocessing.impute;

/** The nearest few of what is offered, and the mean of their values. */
final class Nearest {

  private final double[] squares;
  private final double[] values;
  private int count;

  Nearest(int capacity) {
    squares = new double[capacity];
    values = new double[capacity];
  }

  /** How far a value may be to be taken in: nearer than the farthest, or any if there is room. */
  double limit() {
    return count < squares.length ? Double.POSITIVE_INFINITY : Math.nextDown(squares[count - 1]);
  }

  /** Takes in a value within the limit; the farthest has to go if there is no room. */
  void add(double square, double value) {
    int at = count < squares.length ? count++ : count - 1;
    while (at > 0 && squares[at - 1] > square) {
      squares[at] = squares[at - 1];
      values[at] = values[at - 1];
      at--;
    }
    squares[at] = square;
    values[at] = value;
  }

  boolean isEmpty() {
    return count == 0;
  }

  double mean(NeighborWeights weights) {
    boolean exact = weights == NeighborWeights.DISTANCE && squares[0] == 0;
    double total = 0;
    double mean = 0;
    for (int i = 0; i < count; i++) {
      double weight =
          weights == NeighborWeights.UNIFORM ? 1 : exact ? zeroOnly(i) : 1 / Math.sqrt(squares[i]);
      if (weight > 0) {
        total += weight;
        mean += weight / total * (values[i] - mean);
      }
    }
    return mean;
  }

  private double zeroOnly(int i) {
    return squares[i] == 0 ? 1 : 0;
  }
}
