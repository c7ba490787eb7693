package org.cairnml.meta;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.selection.GroupKFold;
import org.cairnml.selection.KFold;
import org.cairnml.selection.Split;
import org.cairnml.selection.Splitter;
import org.cairnml.selection.StratifiedGroupKFold;
import org.cairnml.selection.StratifiedKFold;

/** Which rows a wrapper fits its learner on, and which it holds out. */
final class HeldOut {

  private HeldOut() {}

  /** The rows with a positive weight: the others count as absent. */
  static Dataset present(Dataset data) {
    return data.isWeighted()
        ? data.rows(IntStream.range(0, data.rows()).filter(i -> data.weight(i) > 0).toArray())
        : data;
  }

  /**
   * Folds of about equal size, with the shares of the classes where there are labels; rows of one
   * group stay together. There are fewer folds where a class has fewer rows, or where there are
   * fewer groups.
   *
   * @throws DataException if there are not two rows, or groups, or rows of each class
   */
  static List<Split> folds(Dataset data, int wanted, Seed seed) {
    boolean grouped = data.groups().isPresent();
    int units =
        data.groups().map(g -> (int) Arrays.stream(g).distinct().count()).orElse(data.rows());
    if (units < 2) {
      throw tooFew("there is " + units + (grouped ? " group" : " row"));
    }
    int folds = Math.min(wanted, data.hasLabels() && !grouped ? smallestClass(data) : units);
    return splitter(data.hasLabels(), grouped, folds, seed).split(data);
  }

  private static Splitter splitter(boolean labelled, boolean grouped, int folds, Seed seed) {
    if (grouped) {
      return labelled ? new StratifiedGroupKFold(folds, seed) : new GroupKFold(folds);
    }
    return labelled ? new StratifiedKFold(folds, seed) : new KFold(folds, seed);
  }

  private static int smallestClass(Dataset data) {
    int[] counts = data.labels().counts();
    int smallest = data.rows();
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] == 1) {
        throw tooFew("the class '" + data.labels().classes().get(c) + "' has 1 row");
      }
      smallest = counts[c] == 0 ? smallest : Math.min(smallest, counts[c]);
    }
    return smallest;
  }

  private static DataException tooFew(String what) {
    return new DataException(what + "; at least 2 are needed, one to learn from and one held out");
  }

  /**
   * One split, of which about this share of the rows is held out, drawn at random; of data with
   * groups, whole groups drawn at random.
   */
  static Split split(Dataset data, double share, Seed seed) {
    if (data.groups().isPresent()) {
      return ofGroups(data.groups().get(), share, seed);
    }
    int parts = (int) Math.max(2, Math.round(1 / Math.min(share, 1 - share)));
    List<Split> fine = folds(data, parts, seed);
    long held = Math.max(1, Math.min(fine.size() - 1, Math.round(share * fine.size())));
    return Split.of(
        tests(fine.subList((int) held, fine.size())), tests(fine.subList(0, (int) held)));
  }

  private static Split ofGroups(int[] groups, double share, Seed seed) {
    int[] distinct = Arrays.stream(groups).sorted().distinct().toArray();
    if (distinct.length < 2) {
      throw tooFew("there is " + distinct.length + " group");
    }
    int[] order = seed.permutation(distinct.length);
    int held = (int) Math.round(share * distinct.length);
    int[] chosen =
        Arrays.stream(order)
            .limit(Math.max(1, Math.min(distinct.length - 1, held)))
            .map(g -> distinct[g])
            .sorted()
            .toArray();
    IntPredicate isHeld = i -> Arrays.binarySearch(chosen, groups[i]) >= 0;
    return Split.of(
        IntStream.range(0, groups.length).filter(isHeld.negate()).toArray(),
        IntStream.range(0, groups.length).filter(isHeld).toArray());
  }

  private static int[] tests(List<Split> splits) {
    return splits.stream().flatMapToInt(s -> Arrays.stream(s.test())).sorted().toArray();
  }
}
