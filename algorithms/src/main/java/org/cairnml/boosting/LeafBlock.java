package org.cairnml.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cairnml.tree.Tree;

/**
 * Some trees of one output: the lines of their {@link LeafSets}, eight words each, and the values
 * of their leaves. Tree t has the bits from {@code t * width} on, its leaves from left to right.
 */
final class LeafBlock {

  static final int MOST_LEAVES = 32;
  private static final int LEAST_WIDTH = Byte.SIZE;
  private static final int WORDS = 8;
  private static final int BITS = WORDS * Long.SIZE;

  private final int width;
  private final Thresholds thresholds;
  private final int[] features;
  private final char[] lineAbove;
  private final long[] lines;
  private final double[] values = new double[BITS];

  LeafBlock(List<Tree> trees, int width, Thresholds thresholds) {
    this.width = width;
    this.thresholds = thresholds;
    long[][] kept = new long[thresholds.count()][];
    for (int t = 0; t < trees.size(); t++) {
      addSubtree(trees.get(t), 0, t * width, kept);
    }
    features =
        IntStream.range(0, thresholds.features())
            .filter(
                f ->
                    Arrays.stream(kept, thresholds.first(f), thresholds.first(f + 1))
                        .anyMatch(Objects::nonNull))
            .toArray();
    lineAbove = new char[kept.length];
    lines = intersections(kept);
  }

  /** How many bits each tree has: a power of two. */
  static int width(List<Tree> trees) {
    int leaves = trees.stream().mapToInt(Tree::leaves).max().orElse(1);
    return Math.max(LEAST_WIDTH, leaves <= 1 ? 1 : 2 * Integer.highestOneBit(leaves - 1));
  }

  /** How many trees of a width a block has. */
  static int trees(int width) {
    return BITS / width;
  }

  /**
   * Gives the leaves below a node the bits from {@code first} on.
   *
   * @param kept receives the leaves that a row above each threshold may still reach
   * @return the next bit
   */
  private int addSubtree(Tree tree, int node, int first, long[][] kept) {
    if (tree.isLeaf(node)) {
      values[first] = tree.value(node, 0);
      return first + 1;
    }
    int middle = addSubtree(tree, tree.left(node), first, kept);
    int cut = thresholds.number(tree.feature(node), tree.threshold(node));
    if (kept[cut] == null) {
      kept[cut] = allLeaves();
    }
    for (int leaf = first; leaf < middle; leaf++) {
      kept[cut][leaf / Long.SIZE] &= ~(1L << leaf);
    }
    return addSubtree(tree, tree.right(node), middle, kept);
  }

  private static long[] allLeaves() {
    long[] line = new long[WORDS];
    Arrays.fill(line, -1L);
    return line;
  }

  /**
   * The lines one after the other: the first has all leaves, each other one those that a threshold
   * and all smaller ones of its feature have kept.
   */
  private long[] intersections(long[][] kept) {
    List<long[]> found = new ArrayList<>(List.of(allLeaves()));
    for (int f = 0; f < thresholds.features(); f++) {
      int current = 0;
      for (int cut = thresholds.first(f); cut < thresholds.first(f + 1); cut++) {
        if (kept[cut] != null) {
          long[] line = kept[cut];
          for (int w = 0; w < WORDS; w++) {
            line[w] &= found.get(current)[w];
          }
          current = found.size();
          found.add(line);
        }
        lineAbove[cut] = (char) (current * WORDS);
      }
    }
    return found.stream().flatMapToLong(Arrays::stream).toArray();
  }

  /** Where the line begins of a gap of a feature: that above so many of its thresholds. */
  char line(int feature, int gap) {
    return gap == 0 ? 0 : lineAbove[thresholds.first(feature) + gap - 1];
  }

  /**
   * Adds the values of a row's leaves, tree after tree.
   *
   * @param lineOf where lines begin
   * @param places where in {@code lineOf} those of each feature are
   * @param block which of these is this block's
   */
  double addTo(double start, char[] lineOf, int[] places, int block) {
    long a = -1;
    long b = -1;
    long c = -1;
    long d = -1;
    long e = -1;
    long f = -1;
    long g = -1;
    long h = -1;
    for (int feature : features) {
      int line = lineOf[places[feature] + block];
      a &= lines[line];
      b &= lines[line + 1];
      c &= lines[line + 2];
      d &= lines[line + 3];
      e &= lines[line + 4];
      f &= lines[line + 5];
      g &= lines[line + 6];
      h &= lines[line + 7];
    }
    double sum = addWord(start, a, 0);
    sum = addWord(sum, b, 1);
    sum = addWord(sum, c, 2);
    sum = addWord(sum, d, 3);
    sum = addWord(sum, e, 4);
    sum = addWord(sum, f, 5);
    sum = addWord(sum, g, 6);
    return addWord(sum, h, 7);
  }

  /** Adds the value of the first leaf of each tree of a word; 0 for trees that are not there. */
  private double addWord(double start, long leaves, int word) {
    double sum = start;
    int at = word * Long.SIZE;
    for (int shift = 0; shift < Long.SIZE; shift += width) {
      sum += values[at + shift + Long.numberOfTrailingZeros(leaves >>> shift)];
    }
    return sum;
  }
}
