package org.cairnml.tree;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.cairnml.base.Workers;
import org.cairnml.tree.bins.CodeTable;

/** Finds the best split of a node among features drawn at random, or among all. */
final class SplitSearch {
  // The features array has those known to be constant in the node first. A child inherits its
  // parent's count of them; growing its sibling only permutes the features behind them, so the
  // first ones are still the same set. Constant features do not count as drawn.

  /** Work on a node, rows times features, above which features are shared among threads. */
  private static final long PARALLEL_WORK = 1 << 16;

  private static final int FEATURES_A_PART = 4;

  private final CodeTable data;
  private final Rows rows;
  private final TreeTarget target;
  private final GrowthRules rules;
  private final Workers workers;
  private final SplittableRandom random;
  private final int[] features;
  private final FeatureJudge judge;
  private final ConcurrentLinkedQueue<FeatureJudge> others = new ConcurrentLinkedQueue<>();

  /**
   * A search.
   *
   * @param random draws features and thresholds; null to try all features
   */
  SplitSearch(
      Rows rows, TreeTarget target, GrowthRules rules, SplittableRandom random, Workers workers) {
    this.rows = rows;
    this.data = rows.data();
    this.target = target;
    this.rules = rules;
    this.random = random;
    this.workers = workers;
    features = new int[data.features()];
    Arrays.setAll(features, j -> j);
    FeatureJudge.Ties ties =
        random == null ? FeatureJudge.Ties.LOWEST_FEATURE : FeatureJudge.Ties.FIRST_TRIED;
    judge = new FeatureJudge(data, target.scan(rows, rules), ties);
  }

  /** The best split of a node; not found if no feature can split it. */
  Split find(Node node, Split best) {
    best.clear();
    if (random == null) {
      judgeAll(node, best);
    } else {
      judgeDrawn(node, best);
    }
    return best;
  }

  private void judgeDrawn(Node node, Split best) {
    int low = node.constants;
    int high = features.length;
    int drawn = 0;
    judge.begin(node, best);
    while (drawn < rules.features() && low < high) {
      int at = random.nextInt(low, high);
      int feature = features[at];
      boolean varies =
          rules.thresholds() == GrowthRules.Thresholds.BEST
              ? judge.best(feature)
              : judge.random(feature, random);
      if (varies) {
        drawn++;
        features[at] = features[--high];
        features[high] = feature;
        if (best.feature == feature && isFinal(node, best)) {
          break;
        }
      } else {
        features[at] = features[low];
        features[low++] = feature;
      }
    }
    node.constants = low;
  }

  /** Whether no other feature can do better: two rows, or both sides pure. */
  private boolean isFinal(Node node, Split best) {
    return node.to - node.from == 2 || target.isPerfect(node.stats, best.leftStats);
  }

  private void judgeAll(Node node, Split best) {
    int from = node.constants;
    int count = features.length - from;
    boolean[] varies = new boolean[count];
    if ((long) (node.to - node.from) * count < PARALLEL_WORK || workers.count() == 1) {
      judge.begin(node, best);
      for (int f = 0; f < count; f++) {
        varies[f] = judge.best(features[from + f]);
      }
    } else {
      int parts = (count + FEATURES_A_PART - 1) / FEATURES_A_PART;
      Supplier<FeatureJudge> fresh =
          () ->
              new FeatureJudge(
                  data, target.scan(rows.shared(), rules), FeatureJudge.Ties.LOWEST_FEATURE);
      List<Split> found =
          workers.map(
              parts,
              part -> {
                FeatureJudge free = others.poll();
                FeatureJudge mine = free == null ? fresh.get() : free;
                Split split = new Split(target.statsLength());
                mine.begin(node, split);
                int end = Math.min(count, (part + 1) * FEATURES_A_PART);
                for (int f = part * FEATURES_A_PART; f < end; f++) {
                  varies[f] = mine.best(features[from + f]);
                }
                others.add(mine);
                return split;
              });
      for (Split split : found) {
        if (split.isBetterThan(best)) {
          best.set(split);
        }
      }
    }
    node.constants = from + constantsFirst(from, varies);
  }

  private int constantsFirst(int from, boolean[] varies) {
    int[] old = Arrays.copyOfRange(features, from, features.length);
    int constants = 0;
    for (int f = 0; f < old.length; f++) {
      if (!varies[f]) {
        features[from + constants++] = old[f];
      }
    }
    int next = from + constants;
    for (int f = 0; f < old.length; f++) {
      if (varies[f]) {
        features[next++] = old[f];
      }
    }
    return constants;
  }
}
