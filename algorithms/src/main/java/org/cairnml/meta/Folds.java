package org.cairnml.meta;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;

/** Which rows a learner is fitted on and which are held out, part by part. */
final class Folds {

  private final int[] foldOf;
  private final int count;

  private Folds(int[] foldOf, int count) {
    this.foldOf = foldOf;
    this.count = count;
  }

  /** The rows with a positive weight: the others count as absent. */
  static Dataset present(Dataset data) {
    return data.isWeighted()
        ? data.rows(IntStream.range(0, data.rows()).filter(i -> data.weight(i) > 0).toArray())
        : data;
  }

  /**
   * Parts of about equal size, with the shares of the classes where there are labels; rows of one
   * group stay together. There are fewer parts where a class has fewer rows, or where there are
   * fewer groups.
   *
   * @throws DataException if there are not two rows, or groups, or rows of each class
   */
  static Folds of(Dataset data, int wanted, Seed seed) {
    int[] unit = data.groups().orElseGet(() -> IntStream.range(0, data.rows()).toArray());
    boolean grouped = data.groups().isPresent();
    int smallest = grouped ? (int) Arrays.stream(unit).distinct().count() : data.rows();
    if (data.hasLabels() && !grouped) {
      int[] counts = data.labels().counts();
      for (int c = 0; c < counts.length; c++) {
        if (counts[c] == 1) {
          throw new DataException(
              "the class '"
                  + data.labels().classes().get(c)
                  + "' has 1 row; at least 2 are needed, one to learn from and one held out");
        }
        smallest = counts[c] == 0 ? smallest : Math.min(smallest, counts[c]);
      }
    }
    if (smallest < 2) {
      throw new DataException(
          "there is 1 "
              + (grouped ? "group" : "row")
              + "; at least 2 are needed, one to learn from and one held out");
    }
    int count = Math.min(wanted, smallest);
    return new Folds(assign(data, unit, grouped, count, seed), count);
  }

  private static int[] assign(Dataset data, int[] unit, boolean grouped, int count, Seed seed) {
    int[] order = seed.permutation(data.rows());
    int[] fold = new int[data.rows()];
    if (grouped) {
      Map<Integer, Integer> known = new HashMap<>();
      for (int i : order) {
        known.putIfAbsent(unit[i], known.size() % count);
        fold[i] = known.get(unit[i]);
      }
      return fold;
    }
    int classes = data.hasLabels() ? data.labels().classes().size() : 1;
    int next = 0;
    for (int c = 0; c < classes; c++) {
      for (int i : order) {
        if (!data.hasLabels() || data.labels().code(i) == c) {
          fold[i] = next++ % count;
        }
      }
    }
    return fold;
  }

  /** Two parts, of which the second has about this share of the rows. */
  static Folds split(Dataset data, double share, Seed seed) {
    int parts = (int) Math.max(2, Math.round(1 / Math.min(share, 1 - share)));
    Folds fine = of(data, parts, seed);
    long held = Math.max(1, Math.min(fine.count - 1, Math.round(share * fine.count)));
    int[] two = Arrays.stream(fine.foldOf).map(f -> f < held ? 1 : 0).toArray();
    return new Folds(two, 2);
  }

  int count() {
    return count;
  }

  /** The rows held out in part {@code f}. */
  int[] heldOut(int f) {
    return IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == f).toArray();
  }

  /** The rows of all other parts. */
  int[] others(int f) {
    return IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != f).toArray();
  }
}
