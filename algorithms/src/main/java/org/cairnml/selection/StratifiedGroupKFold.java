package org.cairnml.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;
import org.cairnml.data.Labels;

/**
 * Folds that keep the rows of a group together, with shares of the classes as near to those of all
 * rows as whole groups allow. Groups go one by one, those with the most uneven classes first, each
 * to the fold where it leaves the shares most even.
 *
 * @param folds how many, at least 2 and at most as many as groups
 * @param seed decides the order of groups that are equally uneven
 */
public record StratifiedGroupKFold(int folds, Seed seed) implements RandomSplitter {

  /** Checks the number of folds. */
  public StratifiedGroupKFold {
    Folds.check(folds, seed);
  }

  /** This many folds, from seed 0. */
  public StratifiedGroupKFold(int folds) {
    this(folds, Seed.of(0));
  }

  @Override
  public StratifiedGroupKFold withSeed(Seed other) {
    return new StratifiedGroupKFold(folds, other);
  }

  @Override
  public List<Split> split(SplitRows rows) {
    Labels labels = rows.requireClasses("StratifiedGroupKFold");
    Groups groups = Groups.of(rows, "StratifiedGroupKFold", folds);
    int[] total = labels.counts();
    int[][] ofGroup = new int[groups.count()][total.length];
    for (int i = 0; i < rows.count(); i++) {
      ofGroup[groups.groupOf(i)][labels.code(i)]++;
    }
    int[][] ofFold = new int[folds][total.length];
    int[] foldOfGroup = new int[groups.count()];
    int[] groupsLeftFirst = unevenFirst(ofGroup);
    for (int k = 0; k < groupsLeftFirst.length; k++) {
      int group = groupsLeftFirst[k];
      int fold = bestFold(ofFold, ofGroup[group], total, groupsLeftFirst.length - k);
      foldOfGroup[group] = fold;
      add(ofFold[fold], ofGroup[group], 1);
    }
    return Folds.splits(groups.spread(foldOfGroup), folds);
  }

  private int[] unevenFirst(int[][] ofGroup) {
    int[] order = seed.permutation(ofGroup.length);
    return IntStream.of(order)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer g) -> -variance(ofGroup[g])))
        .mapToInt(g -> g)
        .toArray();
  }

  /** The fold after whose choice the shares vary least; an empty fold once groups run short. */
  private int bestFold(int[][] ofFold, int[] group, int[] total, int groupsLeft) {
    long empty = Arrays.stream(ofFold).filter(f -> Arrays.stream(f).sum() == 0).count();
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    long fewest = Long.MAX_VALUE;
    for (int fold = 0; fold < folds; fold++) {
      long size = Arrays.stream(ofFold[fold]).asLongStream().sum();
      if (groupsLeft <= empty && size > 0) {
        continue;
      }
      add(ofFold[fold], group, 1);
      double unevenness = unevenness(ofFold, total);
      add(ofFold[fold], group, -1);
      if (unevenness < least || unevenness == least && size < fewest) {
        best = fold;
        least = unevenness;
        fewest = size;
      }
    }
    return best;
  }

  private static double unevenness(int[][] ofFold, int[] total) {
    double sum = 0;
    for (int c = 0; c < total.length; c++) {
      int[] counts = new int[ofFold.length];
      for (int fold = 0; fold < counts.length; fold++) {
        counts[fold] = ofFold[fold][c];
      }
      sum += total[c] == 0 ? 0 : Math.sqrt(variance(counts)) / total[c];
    }
    return sum;
  }

  private static void add(int[] counts, int[] other, int sign) {
    for (int c = 0; c < counts.length; c++) {
      counts[c] += sign * other[c];
    }
  }

  private static double variance(int[] counts) {
    double mean = Arrays.stream(counts).average().orElse(0);
    return Arrays.stream(counts).mapToDouble(n -> (n - mean) * (n - mean)).sum() / counts.length;
  }
}
