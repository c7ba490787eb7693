package org.cairnml.meta;

import java.util.List;
import java.util.stream.IntStream;

/** What decision thresholds are chosen for. */
public enum ThresholdGoal {
  /** The mean share of rows found of each class. */
  BALANCED_ACCURACY {
    @Override
    double score(double[][] counts, List<List<Double>> costs) {
      return IntStream.range(0, counts.length)
          .filter(c -> rows(counts, c) > 0)
          .mapToDouble(c -> counts[c][c] / rows(counts, c))
          .average()
          .orElse(0);
    }
  },
  /** F1 of the second of two classes; of more, its mean over classes. */
  F1 {
    @Override
    double score(double[][] counts, List<List<Double>> costs) {
      return IntStream.range(counts.length == 2 ? 1 : 0, counts.length)
          .filter(c -> rows(counts, c) + predicted(counts, c) > 0)
          .mapToDouble(c -> 2 * counts[c][c] / (rows(counts, c) + predicted(counts, c)))
          .average()
          .orElse(0);
    }
  },
  /** Matthews' correlation, of several classes Gorodkin's (2004). */
  MCC {
    @Override
    double score(double[][] counts, List<List<Double>> costs) {
      double all = 0;
      double right = 0;
      double both = 0;
      double truth = 0;
      double said = 0;
      for (int c = 0; c < counts.length; c++) {
        all += rows(counts, c);
        right += counts[c][c];
        both += rows(counts, c) * predicted(counts, c);
        truth += rows(counts, c) * rows(counts, c);
        said += predicted(counts, c) * predicted(counts, c);
      }
      double scale = Math.sqrt((all * all - truth) * (all * all - said));
      return scale > 0 ? (right * all - both) / scale : 0;
    }
  },
  /** The least mean cost, as {@code costs} has it. */
  COST {
    @Override
    double score(double[][] counts, List<List<Double>> costs) {
      double sum = 0;
      for (int t = 0; t < counts.length; t++) {
        for (int p = 0; p < counts.length; p++) {
          double cost = costs.isEmpty() ? (t == p ? 0 : 1) : costs.get(t).get(p);
          sum -= counts[t][p] * cost;
        }
      }
      return sum;
    }
  };

  /** From weights of rows by true and by predicted class; higher is better. */
  abstract double score(double[][] counts, List<List<Double>> costs);

  private static double rows(double[][] counts, int c) {
    double sum = 0;
    for (double count : counts[c]) {
      sum += count;
    }
    return sum;
  }

  private static double predicted(double[][] counts, int c) {
    double sum = 0;
    for (double[] row : counts) {
      sum += row[c];
    }
    return sum;
  }
}
