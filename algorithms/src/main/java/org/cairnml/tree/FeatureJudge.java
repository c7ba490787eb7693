package org.cairnml.tree;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cairnml.tree.bins.CodeTable;
import org.cairnml.tree.bins.FeatureBins;

/** Tries a feature on a node, and keeps the split if it is the best so far. For one thread. */
final class FeatureJudge {

  private static final int[] ASCENDING = IntStream.range(0, FeatureScan.MOST_BINS).toArray();

  /** Which of equally good splits is taken. */
  enum Ties {
    /** The one tried first. */
    FIRST_TRIED,
    /** The one of the feature that comes first in the data. */
    LOWEST_FEATURE
  }

  private final CodeTable data;
  private final FeatureScan anyScan;
  private FeatureScan scan;
  private final Ties ties;
  private final int[] order = new int[FeatureScan.MOST_BINS];
  private Node node;
  private Split best;

  FeatureJudge(CodeTable data, FeatureScan scan, Ties ties) {
    this.ties = ties;
    this.data = data;
    this.anyScan = scan;
  }

  void begin(Node newNode, Split bestSoFar) {
    node = newNode;
    best = bestSoFar;
    scan = anyScan.begin(newNode.stats);
  }

  /** Tries all thresholds of a feature; returns whether it has more than one value in the node. */
  boolean best(int feature) {
    if (!data.varies(feature)) {
      return false;
    }
    FeatureBins bins = data.feature(feature);
    scan.collect(feature, node.from, node.to);
    int last = scan.touched - 1;
    if (last < 1) {
      return false;
    }
    if (bins.isCategory()) {
      tryCategories(feature);
      return true;
    }
    boolean missing = scan.bins[last] == bins.missingBin();
    scan.scan(ASCENDING, 0, last - 1);
    offerNumber(feature, ASCENDING, missing, last);
    if (missing && last > 1) {
      order[0] = last;
      for (int p = 1; p <= last; p++) {
        order[p] = p - 1;
      }
      scan.scan(order, 1, last - 1);
      offerNumber(feature, order, true, last);
    }
    return true;
  }

  private void offerNumber(int feature, int[] inOrder, boolean missing, int last) {
    if (scan.bestAt < 0 || !beats(scan.bestScore, feature)) {
      return;
    }
    int lastLeft = scan.bins[inOrder[scan.bestAt]];
    int firstRight = scan.bins[inOrder[scan.bestAt + 1]];
    FeatureBins bins = data.feature(feature);
    boolean missingLeft = missing && inOrder[0] == last;
    int cut =
        missing && firstRight == bins.missingBin()
            ? bins.count() - 1
            : middle(lastLeft, firstRight);
    take(feature, missing, inOrder);
    best.setNumber(bins, cut, missingLeft);
  }

  /** Of the cuts between two bins that part the node's rows alike, the one in the middle. */
  private static int middle(int lastLeft, int firstRight) {
    return (lastLeft + firstRight - 1) >>> 1;
  }

  private boolean beats(double score, int feature) {
    return score > best.score
        || ties == Ties.LOWEST_FEATURE && score == best.score && feature < best.feature;
  }

  private void take(int feature, boolean missing, int[] inOrder) {
    best.feature = feature;
    best.score = scan.bestScore;
    best.missingSeen = missing;
    scan.leftStats(inOrder, scan.bestAt, best.leftStats);
  }

  /**
   * Sorts categories by a statistic of the target and cuts there; by each class if there are many.
   */
  private void tryCategories(int feature) {
    int touched = scan.touched;
    for (int k = 0; k < scan.keys(); k++) {
      int key = k;
      int[] sorted =
          IntStream.range(0, touched)
              .boxed()
              .sorted((a, b) -> Double.compare(scan.key(a, key), scan.key(b, key)))
              .mapToInt(Integer::intValue)
              .toArray();
      scan.scan(sorted, 0, touched - 2);
      if (scan.bestAt >= 0 && beats(scan.bestScore, feature)) {
        take(feature, false, sorted);
        best.setCategories(scan.bins, touched, sorted, scan.bestAt + 1);
      }
    }
  }

  /**
   * Tries one random threshold; returns whether the feature has more than one value in the node.
   */
  boolean random(int feature, SplittableRandom random) {
    if (!data.varies(feature)) {
      return false;
    }
    FeatureBins bins = data.feature(feature);
    if (data.place(feature).isShared()) {
      scan.collect(feature, node.from, node.to);
      if (scan.touched > 1) {
        tryRandom(feature, random);
      }
      return scan.touched > 1;
    }
    byte[] codes = scan.rows.bins(feature, node.from, node.to);
    int first = FeatureScan.MOST_BINS;
    int last = 0;
    for (int i = 0; i < node.to - node.from; i++) {
      int b = codes[i] & 0xff;
      first = Math.min(first, b);
      last = Math.max(last, b);
    }
    if (first == last) {
      return false;
    }
    if (bins.isCategory() || last == bins.missingBin()) {
      scan.collect(feature, node.from, node.to);
      tryRandom(feature, random);
      return true;
    }
    int cut = randomCut(bins, first, last, random);
    if (scan.collectSides(codes, cut, node.from, node.to)) {
      offerCut(feature, cut, 0);
    } else {
      scan.collect(feature, node.from, node.to);
      tryCut(feature, cut);
    }
    return true;
  }

  /** Tries one random threshold of a feature whose bins are collected. */
  private void tryRandom(int feature, SplittableRandom random) {
    FeatureBins bins = data.feature(feature);
    int last = scan.bins[scan.touched - 1];
    if (bins.isCategory()) {
      tryRandomCategories(feature, random);
    } else if (last == bins.missingBin()) {
      tryRandomCutOfSome(feature, random);
    } else {
      tryCut(feature, randomCut(bins, scan.bins[0], last, random));
    }
  }

  /** Tries a cut of a number that no row misses. */
  private void tryCut(int feature, int cut) {
    int at = 0;
    while (scan.bins[at + 1] <= cut) {
      at++;
    }
    offerCut(feature, cut, at);
  }

  /** Keeps the cut after place {@code at} of the collected bins if it is the best so far. */
  private void offerCut(int feature, int cut, int at) {
    scan.scan(ASCENDING, at, at);
    if (scan.bestAt >= 0 && beats(scan.bestScore, feature)) {
      take(feature, false, ASCENDING);
      best.setNumber(data.feature(feature), cut, false);
    }
  }

  /** Tries a random cut of a number that some rows miss. */
  private void tryRandomCutOfSome(int feature, SplittableRandom random) {
    FeatureBins bins = data.feature(feature);
    int values = scan.touched - 1;
    boolean missingLeft = random.nextBoolean() && values > 1;
    int cut =
        values == 1
            ? bins.count() - 1
            : randomCut(bins, scan.bins[0], scan.bins[values - 1], random);
    int at = missingLeft ? 0 : -1;
    int place = 0;
    if (missingLeft) {
      order[place++] = values;
    }
    for (int p = 0; p < values; p++) {
      order[place++] = p;
      at += scan.bins[p] <= cut ? 1 : 0;
    }
    if (!missingLeft) {
      order[place] = values;
    }
    scan.scan(order, at, at);
    if (scan.bestAt >= 0 && beats(scan.bestScore, feature)) {
      take(feature, true, order);
      best.setNumber(bins, cut, missingLeft);
    }
  }

  private static int randomCut(FeatureBins bins, int first, int last, SplittableRandom random) {
    double low = bins.low(first);
    double high = bins.high(last);
    double threshold = low + random.nextDouble() * (high - low);
    if (!(threshold < Double.POSITIVE_INFINITY)) {
      threshold = low / 2 + high / 2;
    }
    return Math.max(first, Math.min(last - 1, bins.bin(threshold)));
  }

  private void tryRandomCategories(int feature, SplittableRandom random) {
    int touched = scan.touched;
    int left = 0;
    int right = touched;
    for (int p = 0; p < touched; p++) {
      boolean goesLeft =
          p == touched - 1 && left == 0
              || !(p == touched - 1 && right == touched) && random.nextBoolean();
      if (goesLeft) {
        order[left++] = p;
      } else {
        order[--right] = p;
      }
    }
    scan.scan(order, left - 1, left - 1);
    if (scan.bestAt >= 0 && beats(scan.bestScore, feature)) {
      take(feature, false, order);
      best.setCategories(scan.bins, touched, order, left);
    }
  }
}
