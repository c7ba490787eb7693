package org.cairnml.meta;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;

/**
 * Makes rows between the rows of a class.
 *
 * @param neighbors of how many nearest rows of the class one is taken
 * @param seed of class c child c is used, and its child i for the i-th new row
 */
record Smote(int neighbors, Seed seed) {
  // A class of m rows is compared with itself, O(m^2 d), only for the rows that a new one starts
  // from. Of a category, a difference counts as the median deviation of the numeric columns in the
  // class, as in section 6.1 of the paper; without numeric columns as 1.

  /** A row to start from and the way to the neighbour, from 0 to 1. */
  private record Start(int at, int pick, double way) {}

  /** The data and below them {@code wanted[c]} new rows of each class c. */
  Dataset enlarge(Dataset data, List<int[]> rows, int[] wanted, Workers workers) {
    data.check(Missing.REFUSED);
    int n = data.rows();
    int added = Arrays.stream(wanted).sum();
    int[] sources = Arrays.copyOf(IntStream.range(0, n).toArray(), n + added);
    Matrix x = Matrix.zeros(n + added, data.cols());
    for (int i = 0; i < n; i++) {
      copyRow(data.x(), i, x, i);
    }
    int next = n;
    for (int c = 0; c < wanted.length; c++) {
      Start[] starts = starts(rows.get(c).length, wanted[c], seed.child(c));
      var members = new Members(data.x().rows(rows.get(c)), data.schema());
      Map<Integer, int[]> nearest = nearest(members, starts, workers);
      for (Start start : starts) {
        sources[next] = rows.get(c)[start.at()];
        members.between(start, nearest.get(start.at()), x, next++);
      }
    }
    return data.rows(sources).withFeatures(x, data.schema());
  }

  private static void copyRow(Matrix from, int i, Matrix to, int k) {
    for (int j = 0; j < from.cols(); j++) {
      to.set(k, j, from.get(i, j));
    }
  }

  private Start[] starts(int members, int wanted, Seed ofClass) {
    int near = Math.min(neighbors, members - 1);
    return IntStream.range(0, wanted)
        .mapToObj(
            i -> {
              SplittableRandom random = ofClass.child(i).generator();
              int at = random.nextInt(members);
              return new Start(at, near == 0 ? 0 : random.nextInt(near), random.nextDouble());
            })
        .toArray(Start[]::new);
  }

  private Map<Integer, int[]> nearest(Members members, Start[] starts, Workers workers) {
    int[] rows = Arrays.stream(starts).mapToInt(Start::at).distinct().toArray();
    List<int[]> found = workers.map(rows.length, i -> members.nearest(rows[i], neighbors));
    Map<Integer, int[]> nearest = new HashMap<>();
    for (int i = 0; i < rows.length; i++) {
      nearest.put(rows[i], found.get(i));
    }
    return nearest;
  }

  /** The rows of one class. */
  private static final class Members {

    private final Matrix x;
    private final boolean[] category;
    private final double categoryGap;

    Members(Matrix x, Schema schema) {
      this.x = x;
      category = new boolean[x.cols()];
      for (int j = 0; j < category.length; j++) {
        category[j] = schema.get(j).isCategory();
      }
      categoryGap = medianVariance();
    }

    private double medianVariance() {
      double[] deviations =
          IntStream.range(0, category.length)
              .filter(j -> !category[j])
              .mapToDouble(this::deviation)
              .sorted()
              .toArray();
      int m = deviations.length;
      double median = m == 0 ? 1 : (deviations[(m - 1) / 2] + deviations[m / 2]) / 2;
      return median * median;
    }

    private double deviation(int j) {
      double[] values = x.column(j).toArray();
      double mean = Arrays.stream(values).average().orElse(0);
      double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      return values.length == 0 ? 0 : Math.sqrt(squares / values.length);
    }

    /** The k rows nearest to row i, itself excluded, the nearest first; of equal ones the first. */
    int[] nearest(int i, int k) {
      int size = Math.min(k, x.rows() - 1);
      int[] rows = new int[size];
      double[] distances = new double[size];
      int known = 0;
      for (int other = 0; other < x.rows() && size > 0; other++) {
        double distance = other == i ? Double.POSITIVE_INFINITY : distance(i, other);
        if (other == i || known == size && distance >= distances[size - 1]) {
          continue;
        }
        int at = known < size ? known++ : size - 1;
        for (; at > 0 && distances[at - 1] > distance; at--) {
          distances[at] = distances[at - 1];
          rows[at] = rows[at - 1];
        }
        distances[at] = distance;
        rows[at] = other;
      }
      return rows;
    }

    private double distance(int a, int b) {
      double sum = 0;
      for (int j = 0; j < category.length; j++) {
        double gap = x.get(a, j) - x.get(b, j);
        sum += !category[j] ? gap * gap : gap == 0 ? 0 : categoryGap;
      }
      return sum;
    }

    /** Writes a new row: numbers on the way to the neighbour, categories by the most votes. */
    void between(Start start, int[] nearest, Matrix to, int row) {
      for (int j = 0; j < category.length; j++) {
        double from = x.get(start.at(), j);
        double value = from;
        if (nearest.length > 0) {
          value =
              category[j]
                  ? commonest(nearest, j)
                  : from + start.way() * (x.get(nearest[start.pick()], j) - from);
        }
        to.set(row, j, value);
      }
    }

    /** The level with the most neighbours; of equal ones that of the nearest. */
    private double commonest(int[] nearest, int j) {
      double best = Double.NaN;
      int most = 0;
      for (int candidate : nearest) {
        double level = x.get(candidate, j);
        int votes = 0;
        for (int other : nearest) {
          votes += x.get(other, j) == level ? 1 : 0;
        }
        if (votes > most) {
          best = level;
          most = votes;
        }
      }
      return best;
    }
  }
}
