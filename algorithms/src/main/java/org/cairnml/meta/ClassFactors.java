package org.cairnml.meta;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * Chooses what the probability of each class is multiplied by before the likeliest is taken, so
 * that a goal is reached best on rows whose classes are known.
 */
final class ClassFactors {
  // All but one factor being fixed, a row changes to the class of the free one at a single value:
  // the sweep over these values, with the counts kept up to date, is exact in O(n (log n + k^2)).
  // Of two classes that is all; of more, classes take turns until no factor gains.

  private static final int MOST_ROUNDS = 20;
  private static final double LEAST_GAIN = 1e-12;

  private final Matrix p;
  private final Labels labels;
  private final double[] weights;
  private final ThresholdGoal goal;
  private final List<List<Double>> costs;
  private final double[] factors;
  private double best;

  private ClassFactors(
      Matrix p, Labels labels, double[] weights, ThresholdGoal goal, List<List<Double>> costs) {
    this.p = p;
    this.labels = labels;
    this.weights = weights;
    this.goal = goal;
    this.costs = costs;
    this.factors = new double[p.cols()];
    Arrays.fill(factors, 1);
  }

  /** One factor a class, from probabilities (n x k) of rows that the model was not fitted on. */
  static double[] learn(
      Matrix p, Labels labels, double[] weights, ThresholdGoal goal, List<List<Double>> costs) {
    var search = new ClassFactors(p, labels, weights, goal, costs);
    search.best = goal.score(search.counts(), costs);
    boolean gained = p.cols() > 1;
    for (int round = 0; round < MOST_ROUNDS && gained; round++) {
      gained = false;
      for (int c = 1; c < p.cols(); c++) {
        gained |= search.sweep(c);
      }
      gained &= p.cols() > 2;
    }
    return search.factors;
  }

  /** The class with the largest product, the first of equal ones. */
  static int best(double[] p, double[] factors) {
    return bestBut(p, factors, -1);
  }

  private static int bestBut(double[] p, double[] factors, int left) {
    int best = -1;
    for (int c = 0; c < p.length; c++) {
      if (c != left && (best < 0 || p[c] * factors[c] > p[best] * factors[best])) {
        best = c;
      }
    }
    return best;
  }

  private double[][] counts() {
    double[][] counts = new double[p.cols()][p.cols()];
    for (int i = 0; i < p.rows(); i++) {
      counts[labels.code(i)][best(p.row(i).toArray(), factors)] += weights[i];
    }
    return counts;
  }

  /** Sets the factor of a class to its best value; returns whether that is a gain. */
  private boolean sweep(int c) {
    int n = p.rows();
    double[] turns = new double[n];
    int[] other = new int[n];
    double[][] counts = new double[p.cols()][p.cols()];
    for (int i = 0; i < n; i++) {
      double[] row = p.row(i).toArray();
      other[i] = bestBut(row, factors, c);
      double against = row[other[i]] * factors[other[i]];
      turns[i] = row[c] == 0 ? Double.POSITIVE_INFINITY : against / row[c];
      counts[labels.code(i)][other[i]] += weights[i];
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((a, b) -> Double.compare(turns[a], turns[b]))
            .mapToInt(i -> i)
            .toArray();
    double before = best;
    double factor = factors[c];
    for (int k = 0; k < n; k++) {
      double turn = turns[order[k]];
      if (turn == Double.POSITIVE_INFINITY) {
        break;
      }
      int t = labels.code(order[k]);
      counts[t][other[order[k]]] -= weights[order[k]];
      counts[t][c] += weights[order[k]];
      double next = k + 1 < n ? turns[order[k + 1]] : Double.POSITIVE_INFINITY;
      if (next > turn) {
        double score = goal.score(counts, costs);
        if (score > best + LEAST_GAIN * Math.max(1, Math.abs(best))) {
          best = score;
          factor = between(turn, next);
        }
      }
    }
    factors[c] = factor;
    return best > before;
  }

  private static double between(double low, double high) {
    if (Double.isInfinite(high)) {
      return low == 0 ? 1 : 2 * low;
    }
    return low == 0 ? high / 2 : Math.sqrt(low) * Math.sqrt(high);
  }
}
