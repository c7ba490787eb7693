package org.cairnml.boosting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairnml.tree.Tree;

/**
 * Trees of at most 64 leaves, made to score blocks of rows without missing values. A question that
 * a row answers by going right rules out all leaves on its left; of those that no question rules
 * out the leftmost is the row's.
 *
 * <p>Source: Lucchese et al. 2015, QuickScorer, doi:10.1145/2766462.2767733.
 */
final class LeafSets {
  // All questions are put to all rows of a block. That is more work than to follow each row down,
  // but the same for all rows: a loop that the compiler turns into vector instructions. So values
  // become codes, how many thresholds of their feature are below; and a set of leaves is one int,
  // or two.

  private static final int WORD = 32;
  private static final int MOST_LEAVES = 2 * WORD;
  private static final int TOGETHER = 4;
  private static final int FEATURES_A_TREE = 4;
  private static final int QUESTIONS_A_STEP = 8;

  private final int outputs;
  private final int[] used;
  private final double[][] cuts;
  private final Questions[] low;
  private final Questions[] high;
  private final double[][] values;

  /**
   * @param trees that {@link #suits}
   * @param outputs tree t adds to output t modulo these
   */
  LeafSets(List<Tree> trees, int outputs) {
    this.outputs = outputs;
    Map<Integer, TreeSet<Double>> thresholds = thresholds(trees);
    used = thresholds.keySet().stream().mapToInt(Integer::intValue).toArray();
    cuts =
        thresholds.values().stream()
            .map(set -> set.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    low = new Questions[trees.size()];
    high = new Questions[trees.size()];
    values = new double[trees.size()][];
    for (int t = 0; t < trees.size(); t++) {
      Tree tree = trees.get(t);
      values[t] = new double[tree.leaves()];
      low[t] = new Questions(tree.leaves());
      high[t] = new Questions(tree.leaves());
      number(tree, 0, t, 0);
    }
  }

  /**
   * Whether trees can be scored like this, ask often enough about each feature, and are so deep for
   * their leaves that all questions cost less than the steps of a walk.
   */
  static boolean suits(List<Tree> trees) {
    BitSet features = new BitSet();
    long questions = 0;
    long steps = 0;
    for (Tree tree : trees) {
      questions += tree.leaves() - 1;
      steps += tree.depth();
      for (int node = 0; node < tree.nodes(); node++) {
        if (tree.leaves() > MOST_LEAVES || tree.isCategorical(node)) {
          return false;
        }
        if (!tree.isLeaf(node)) {
          features.set(tree.feature(node));
        }
      }
    }
    return features.cardinality() <= FEATURES_A_TREE * trees.size()
        && questions <= QUESTIONS_A_STEP * steps;
  }

  /** The thresholds of each feature that trees ask about, both ascending. */
  private static Map<Integer, TreeSet<Double>> thresholds(List<Tree> trees) {
    Map<Integer, TreeSet<Double>> thresholds = new TreeMap<>();
    for (Tree tree : trees) {
      for (int node = 0; node < tree.nodes(); node++) {
        if (!tree.isLeaf(node)) {
          thresholds
              .computeIfAbsent(tree.feature(node), f -> new TreeSet<>())
              .add(tree.threshold(node) + 0.0);
        }
      }
    }
    return thresholds;
  }

  /** Numbers the leaves below a node from {@code first}, left to right; returns the next number. */
  private int number(Tree tree, int node, int t, int first) {
    if (tree.isLeaf(node)) {
      values[t][first] = tree.value(node, 0);
      return first + 1;
    }
    int middle = number(tree, tree.left(node), t, first);
    int f = Arrays.binarySearch(used, tree.feature(node));
    int cut = Arrays.binarySearch(cuts[f], tree.threshold(node) + 0.0);
    low[t].add(f, cut, range(first, middle));
    high[t].add(f, cut, range(first - WORD, middle - WORD));
    return number(tree, tree.right(node), t, middle);
  }

  /** The bits {@code from} to {@code to - 1} of a word. */
  private static int range(int from, int to) {
    long below = (1L << Math.max(0, Math.min(WORD, to))) - 1;
    return (int) (below & -1L << Math.max(0, Math.min(WORD, from)));
  }

  /**
   * Adds to the scores of rows of finite values.
   *
   * @param data row r begins at {@code at + r * stride}
   * @param out score k of row r is at {@code outAt + r * outputs + k}
   */
  void addScores(double[] data, int at, int stride, int rows, double[] out, int outAt) {
    int[][] codes = new int[used.length][rows];
    double[] column = new double[rows];
    for (int f = 0; f < used.length; f++) {
      for (int i = 0; i < rows; i++) {
        column[i] = data[at + i * stride + used[f]];
      }
      encode(column, cuts[f], codes[f]);
    }
    int[] gone = new int[rows];
    int[] goneHigh = new int[rows];
    for (int t = 0; t < values.length; t++) {
      double[] ofLeaf = values[t];
      low[t].ask(codes, gone);
      if (ofLeaf.length > WORD) {
        high[t].ask(codes, goneHigh);
      }
      int to = outAt + t % outputs;
      for (int i = 0; i < rows; i++) {
        int leaf =
            gone[i] != -1
                ? Integer.numberOfTrailingZeros(~gone[i])
                : WORD + Integer.numberOfTrailingZeros(~goneHigh[i]);
        out[to + i * outputs] += ofLeaf[leaf];
      }
    }
  }

  /** How many thresholds are below each value: binary searches side by side. */
  private static void encode(double[] column, double[] thresholds, int[] code) {
    int length = thresholds.length;
    while (length > 1) {
      int half = length >>> 1;
      for (int i = 0; i < code.length; i++) {
        code[i] += half & below(thresholds[code[i] + half - 1], column[i]);
      }
      length -= half;
    }
    for (int i = 0; i < code.length; i++) {
      code[i] -= below(thresholds[code[i]], column[i]);
    }
  }

  /** -1 if the threshold is below the value, read off the sign of the difference; else 0. */
  private static int below(double threshold, double value) {
    return (int) (Double.doubleToRawLongBits(threshold - value) >> 63);
  }

  /**
   * Questions of a tree and which leaves of a word each rules out; some at the end rule out none.
   */
  private static final class Questions {
    private final int[] feature;
    private final int[] cut;
    private final int[] leaves;
    private int count;

    Questions(int most) {
      feature = new int[most + TOGETHER];
      cut = new int[most + TOGETHER];
      leaves = new int[most + TOGETHER];
    }

    void add(int ofFeature, int atCut, int rulesOut) {
      if (rulesOut != 0) {
        feature[count] = ofFeature;
        cut[count] = atCut;
        leaves[count++] = rulesOut;
      }
    }

    /** Puts the questions to all rows; {@code gone} becomes the leaves that are ruled out. */
    void ask(int[][] codes, int[] gone) {
      Arrays.fill(gone, 0);
      for (int q = 0; q < count; q += TOGETHER) {
        askFour(
            gone,
            codes[feature[q]],
            codes[feature[q + 1]],
            codes[feature[q + 2]],
            codes[feature[q + 3]],
            q);
      }
    }

    private void askFour(int[] gone, int[] codeA, int[] codeB, int[] codeC, int[] codeD, int q) {
      int cutA = cut[q];
      int cutB = cut[q + 1];
      int cutC = cut[q + 2];
      int cutD = cut[q + 3];
      int leavesA = leaves[q];
      int leavesB = leaves[q + 1];
      int leavesC = leaves[q + 2];
      int leavesD = leaves[q + 3];
      for (int i = 0; i < gone.length; i++) {
        int ab = cutA - codeA[i] >> 31 & leavesA | cutB - codeB[i] >> 31 & leavesB;
        int cd = cutC - codeC[i] >> 31 & leavesC | cutD - codeD[i] >> 31 & leavesD;
        gone[i] |= ab | cd;
      }
    }
  }
}
