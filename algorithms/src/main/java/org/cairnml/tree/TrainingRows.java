package org.cairnml.tree;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;

/**
 * The rows that trees are grown on: those of positive weight. Small whole weights become counts, so
 * that a row of weight 2 is the row twice in every respect and sums stay exact.
 */
final class TrainingRows {

  private static final int MOST_COUNTED_WEIGHT = 255;

  private final int[] rows;
  private final int[] counts;
  private final double[] weights;

  private TrainingRows(int[] rows, int[] counts, double[] weights) {
    this.rows = rows;
    this.counts = counts;
    this.weights = weights;
  }

  /** The rows of data for a regression. */
  static TrainingRows of(Dataset data) {
    return of(data, data.isWeighted() ? data.weights() : null);
  }

  /** The rows of data for a classification. */
  static TrainingRows of(Dataset data, ClassWeights classWeights) {
    if (classWeights == ClassWeights.EQUAL) {
      return of(data);
    }
    Labels labels = data.labels();
    double[] weights = data.weights();
    double[] sums = new double[labels.classes().size()];
    for (int i = 0; i < weights.length; i++) {
      sums[labels.code(i)] += weights[i];
    }
    double total = Arrays.stream(sums).sum();
    long present = Arrays.stream(sums).filter(s -> s > 0).count();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= weights[i] > 0 ? total / (present * sums[labels.code(i)]) : 0;
    }
    return of(data, weights);
  }

  private static TrainingRows of(Dataset data, double[] weights) {
    int n = data.rows();
    if (weights == null) {
      return new TrainingRows(IntStream.range(0, n).toArray(), null, null);
    }
    int[] rows = IntStream.range(0, n).filter(i -> weights[i] > 0).toArray();
    boolean counted =
        Arrays.stream(weights).allMatch(w -> w == Math.rint(w) && w <= MOST_COUNTED_WEIGHT);
    return counted
        ? new TrainingRows(rows, Arrays.stream(weights).mapToInt(w -> (int) w).toArray(), null)
        : new TrainingRows(rows, null, weights);
  }

  /** The weight of each row of the data where it is not its count; null if all are. */
  double[] weights() {
    return weights;
  }

  /** The weight of each row of the data, or null if all are 1. */
  double[] allWeights() {
    return counts == null ? weights : Arrays.stream(counts).asDoubleStream().toArray();
  }

  /** All rows once. */
  long[] all(TreeTarget target) {
    long[] entries = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      entries[i] = entry(target, rows[i], 1);
    }
    return entries;
  }

  /** The distinct rows of a draw with replacement, ascending, each with how often it was drawn. */
  long[] draw(TreeTarget target, SplittableRandom random, int draws) {
    char[] times = new char[rows.length];
    for (int i = 0; i < draws; i++) {
      int at = random.nextInt(rows.length);
      if (times[at] < Rows.MOST_COUNT / MOST_COUNTED_WEIGHT) {
        times[at]++;
      }
    }
    int distinct = 0;
    for (char t : times) {
      distinct += t > 0 ? 1 : 0;
    }
    long[] entries = new long[distinct];
    int at = 0;
    for (int i = 0; i < rows.length; i++) {
      if (times[i] > 0) {
        entries[at++] = entry(target, rows[i], times[i]);
      }
    }
    return entries;
  }

  private long entry(TreeTarget target, int row, int times) {
    return Rows.entry(row, target.code(row), counts == null ? times : times * counts[row]);
  }

  /** The weight of all rows. */
  double totalWeight() {
    return Arrays.stream(rows).mapToDouble(i -> counts != null ? counts[i] : weight(i)).sum();
  }

  private double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  int size() {
    return rows.length;
  }
}
