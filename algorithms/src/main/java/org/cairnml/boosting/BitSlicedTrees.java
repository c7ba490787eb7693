package org.cairnml.boosting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.cairnml.tree.Tree;

/** Trees of at most 256 leaves, made to score blocks of 256 rows of finite numbers. */
final class BitSlicedTrees {
  // One word holds a bit of each of 64 rows, and four words make a block. First each question of
  // the trees is answered for all rows (RowsAbove). Then a tree is a few logical operations a node:
  // the rows that reach the right child are those that reach the node and are above. Leaves are
  // numbered from left to right; a right turn at a node changes the bits in which the numbers of
  // the leftmost leaves of the node and of its right child differ. So the bits of all rows' leaf
  // numbers are "exclusive or"s of the rows that turned right.

  private static final int ROWS = RowsAbove.ROWS;
  private static final int WORDS = RowsAbove.WORDS;
  private static final int MOST_LEAVES = 256;
  private static final int FEATURES_A_TREE = 2;

  /** Bit j of the index moved to bit 8 j. */
  private static final long[] SPREAD = new long[256];

  static {
    for (int bits = 0; bits < SPREAD.length; bits++) {
      for (int j = 0; j < Byte.SIZE; j++) {
        SPREAD[bits] |= (long) (bits >>> j & 1) << 8 * j;
      }
    }
  }

  private final int outputs;
  private final RowsAbove thresholds;
  private final Plan[] plans;
  private final int mostNodes;

  /**
   * @param trees that {@link #suits}
   * @param outputs tree t adds to output t modulo these
   */
  BitSlicedTrees(List<Tree> trees, int outputs) {
    this.outputs = outputs;
    thresholds = new RowsAbove(trees);
    plans = trees.stream().map(tree -> new Plan(tree, thresholds)).toArray(Plan[]::new);
    mostNodes = trees.stream().mapToInt(Tree::nodes).max().orElse(0);
  }

  /** Whether trees can be scored like this, and ask often enough about each feature. */
  static boolean suits(List<Tree> trees) {
    BitSet features = new BitSet();
    for (Tree tree : trees) {
      for (int node = 0; node < tree.nodes(); node++) {
        if (tree.leaves() > MOST_LEAVES || tree.isCategorical(node)) {
          return false;
        }
        if (!tree.isLeaf(node)) {
          features.set(tree.feature(node));
        }
      }
    }
    return features.cardinality() <= FEATURES_A_TREE * trees.size();
  }

  /**
   * Adds to the scores of rows of finite values.
   *
   * @param data row r begins at {@code at + r * stride}
   * @param out score k of row r is at {@code outAt + r * outputs + k}
   */
  void addScores(double[] data, int at, int stride, int rows, double[] out, int outAt) {
    long[] above = new long[thresholds.count() * WORDS];
    long[] reach = new long[mostNodes * WORDS];
    long[] bits = new long[Byte.SIZE * WORDS];
    for (int from = 0; from < rows; from += ROWS) {
      int n = Math.min(ROWS, rows - from);
      thresholds.compare(data, at + from * stride, stride, n, above);
      int to = outAt + from * outputs;
      for (int t = 0; t < plans.length; t++) {
        plans[t].route(above, reach);
        plans[t].number(reach, bits);
        plans[t].addValues(bits, n, out, to + t % outputs, outputs);
      }
    }
  }

  /** How one tree is done. */
  private static final class Plan {
    private static final int STEP = 3;

    /** Of each inner node, parents first: its place, its threshold and its left child's place. */
    private final int[] steps;

    /** For each bit of a leaf number the right children where it changes. */
    private final int[][] turns;

    private final double[] values;

    Plan(Tree tree, RowsAbove thresholds) {
      values = new double[tree.leaves()];
      int[] leftmost = new int[tree.nodes()];
      numberLeaves(tree, 0, 0, leftmost);
      steps = new int[(tree.leaves() - 1) * STEP];
      int at = 0;
      for (int node = 0; node < tree.nodes(); node++) {
        if (!tree.isLeaf(node)) {
          steps[at] = node * WORDS;
          steps[at + 1] = thresholds.number(tree.feature(node), tree.threshold(node)) * WORDS;
          steps[at + 2] = tree.left(node) * WORDS;
          at += STEP;
        }
      }
      turns = new int[Integer.SIZE - Integer.numberOfLeadingZeros(values.length - 1)][];
      for (int bit = 0; bit < turns.length; bit++) {
        turns[bit] = turns(tree, leftmost, bit);
      }
    }

    /** Numbers the leaves below a node from {@code first}; returns the next number. */
    private int numberLeaves(Tree tree, int node, int first, int[] leftmost) {
      leftmost[node] = first;
      if (tree.isLeaf(node)) {
        values[first] = tree.value(node, 0);
        return first + 1;
      }
      int middle = numberLeaves(tree, tree.left(node), first, leftmost);
      return numberLeaves(tree, tree.right(node), middle, leftmost);
    }

    private static int[] turns(Tree tree, int[] leftmost, int bit) {
      BitSet set = new BitSet();
      for (int node = 0; node < tree.nodes(); node++) {
        if (!tree.isLeaf(node)
            && ((leftmost[node] ^ leftmost[tree.right(node)]) >>> bit & 1) != 0) {
          set.set(tree.right(node) * WORDS);
        }
      }
      return set.stream().toArray();
    }

    /** Finds the rows that reach each node. */
    void route(long[] above, long[] reach) {
      Arrays.fill(reach, 0, WORDS, -1L);
      for (int s = 0; s < steps.length; s += STEP) {
        int node = steps[s];
        int question = steps[s + 1];
        int left = steps[s + 2];
        long here = reach[node];
        long here1 = reach[node + 1];
        long here2 = reach[node + 2];
        long here3 = reach[node + 3];
        long right = here & above[question];
        long right1 = here1 & above[question + 1];
        long right2 = here2 & above[question + 2];
        long right3 = here3 & above[question + 3];
        reach[left] = here ^ right;
        reach[left + 1] = here1 ^ right1;
        reach[left + 2] = here2 ^ right2;
        reach[left + 3] = here3 ^ right3;
        reach[left + 4] = right;
        reach[left + 5] = right1;
        reach[left + 6] = right2;
        reach[left + 7] = right3;
      }
    }

    /** Finds the bits of the rows' leaf numbers. */
    void number(long[] reach, long[] bits) {
      for (int b = 0; b < turns.length; b++) {
        long word = 0;
        long word1 = 0;
        long word2 = 0;
        long word3 = 0;
        for (int right : turns[b]) {
          word ^= reach[right];
          word1 ^= reach[right + 1];
          word2 ^= reach[right + 2];
          word3 ^= reach[right + 3];
        }
        bits[b * WORDS] = word;
        bits[b * WORDS + 1] = word1;
        bits[b * WORDS + 2] = word2;
        bits[b * WORDS + 3] = word3;
      }
    }

    /** Adds the value of each row's leaf, for eight rows at a time. */
    void addValues(long[] bits, int rows, double[] out, int outAt, int outputs) {
      int to = outAt;
      for (int i = 0; i < rows; i += Byte.SIZE) {
        long leaves = 0;
        for (int b = 0; b < turns.length; b++) {
          int ofRows = (int) (bits[b * WORDS + (i >>> 6)] >>> i) & 255;
          leaves |= SPREAD[ofRows] << b;
        }
        int n = Math.min(Byte.SIZE, rows - i);
        for (int j = 0; j < n; j++) {
          out[to] += values[(int) leaves & 255];
          leaves >>>= Byte.SIZE;
          to += outputs;
        }
      }
    }
  }
}
