package org.cairnml.boosting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairnml.tree.Tree;

/**
 * The distinct thresholds of each feature that numeric trees ask about. Features are numbered from
 * 0 in the order of their columns, thresholds upwards in the order of their features.
 */
final class Thresholds {

  private final int[] columns;
  private final double[][] cuts;
  private final Gaps[] gaps;
  private final int[] first;

  Thresholds(List<Tree> trees) {
    Map<Integer, TreeSet<Double>> sets = new TreeMap<>();
    for (Tree tree : trees) {
      for (int node = 0; node < tree.nodes(); node++) {
        if (!tree.isLeaf(node)) {
          sets.computeIfAbsent(tree.feature(node), f -> new TreeSet<>())
              .add(tree.threshold(node) + 0.0);
        }
      }
    }
    columns = sets.keySet().stream().mapToInt(Integer::intValue).toArray();
    cuts =
        sets.values().stream()
            .map(set -> set.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    gaps = Arrays.stream(cuts).map(Gaps::new).toArray(Gaps[]::new);
    first = new int[cuts.length + 1];
    for (int f = 0; f < cuts.length; f++) {
      first[f + 1] = first[f] + cuts[f].length;
    }
  }

  /** How many features there are. */
  int features() {
    return columns.length;
  }

  /** How many thresholds all features have. */
  int count() {
    return first[columns.length];
  }

  /** The column of a feature. */
  int column(int feature) {
    return columns[feature];
  }

  /** The feature of a column. */
  int featureOf(int column) {
    return Arrays.binarySearch(columns, column);
  }

  /** The number of a feature's first threshold; of the last feature's next, the count. */
  int first(int feature) {
    return first[feature];
  }

  /** The number of a threshold. */
  int number(int column, double threshold) {
    int f = featureOf(column);
    return first[f] + Arrays.binarySearch(cuts[f], threshold + 0.0);
  }

  /** Between which of its thresholds values of a feature are. */
  Gaps gaps(int feature) {
    return gaps[feature];
  }
}
