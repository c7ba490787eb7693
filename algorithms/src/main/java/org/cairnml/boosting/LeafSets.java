package org.cairnml.boosting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.cairnml.tree.Tree;

/**
 * Numeric trees of at most 32 leaves, made to score single rows of finite values.
 *
 * <p>Source: Lucchese et al. 2015, QuickScorer, doi:10.1145/2766462.2767733; here the leaves that
 * all thresholds below a value rule out are intersected beforehand.
 */
final class LeafSets {
  // A row that is above a node's threshold cannot reach the leaves on the node's left; the leftmost
  // leaf that no node rules out is the row's own. What the nodes of one feature rule out depends
  // only on the gap between two thresholds that the value is in. So each block of trees has, for
  // each feature and gap, one line of words with a bit a leaf, and a row is the intersection of one
  // line a feature: no walk, no branch, and loads that do not wait for each other.

  private static final int SEARCH_STEPS = 3;
  private static final int MOST_LINES = 1 << 22;

  private final Thresholds thresholds;
  private final LeafBlock[] blocks;
  private final int blocksAnOutput;
  private final char[] lineOf;
  private final AtomicReference<int[]> spare = new AtomicReference<>();

  /**
   * @param trees that {@link #suits}
   * @param outputs tree t adds to output t modulo these
   */
  LeafSets(List<Tree> trees, int outputs) {
    thresholds = new Thresholds(trees);
    List<List<Tree>> parts = parts(trees, outputs);
    blocksAnOutput = parts.size() / outputs;
    blocks = new LeafBlock[parts.size()];
    lineOf = new char[(thresholds.count() + thresholds.features()) * blocks.length];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = new LeafBlock(parts.get(b), LeafBlock.width(trees), thresholds);
      for (int f = 0; f < thresholds.features(); f++) {
        int gaps = thresholds.first(f + 1) - thresholds.first(f) + 1;
        for (int gap = 0; gap < gaps; gap++) {
          lineOf[place(f, gap) + b] = blocks[b].line(f, gap);
        }
      }
    }
  }

  /** The trees of each output in their order, cut into blocks. */
  private static List<List<Tree>> parts(List<Tree> trees, int outputs) {
    int length = LeafBlock.trees(LeafBlock.width(trees));
    int rounds = trees.size() / outputs;
    List<List<Tree>> parts = new ArrayList<>();
    for (int k = 0; k < outputs; k++) {
      for (int from = 0; from < rounds; from += length) {
        List<Tree> part = new ArrayList<>();
        for (int round = from; round < Math.min(rounds, from + length); round++) {
          part.add(trees.get(round * outputs + k));
        }
        parts.add(part);
      }
    }
    return parts;
  }

  /** Whether trees can be scored like this, in less time than walks from node to node take. */
  static boolean suits(List<Tree> trees, int outputs) {
    long nodes = 0;
    long steps = 0;
    for (Tree tree : trees) {
      if (tree.leaves() > LeafBlock.MOST_LEAVES) {
        return false;
      }
      nodes += tree.leaves() - 1;
      steps += tree.depth();
    }
    BitSet all = new BitSet();
    long lines = 0;
    List<List<Tree>> parts = parts(trees, outputs);
    for (List<Tree> part : parts) {
      BitSet asked = new BitSet();
      for (Tree tree : part) {
        for (int node = 0; node < tree.nodes(); node++) {
          if (tree.isCategorical(node)) {
            return false;
          }
          if (!tree.isLeaf(node)) {
            asked.set(tree.feature(node));
          }
        }
      }
      lines += asked.cardinality();
      all.or(asked);
    }
    return SEARCH_STEPS * all.cardinality() + lines <= steps
        && (nodes + all.cardinality()) * parts.size() <= MOST_LINES;
  }

  /** Where the lines of a gap begin in {@link #lineOf}, those of all blocks side by side. */
  private int place(int feature, int gap) {
    return (thresholds.first(feature) + feature + gap) * blocks.length;
  }

  /**
   * Adds to the scores of a row of finite values.
   *
   * @param data the row begins at {@code at}
   * @param out score k is at {@code outAt + k}
   */
  void addScores(double[] data, int at, double[] out, int outAt) {
    int[] places = places(data, at);
    for (int b = 0; b < blocks.length; b++) {
      int to = outAt + b / blocksAnOutput;
      out[to] = blocks[b].addTo(out[to], lineOf, places, b);
    }
    spare.set(places);
  }

  /** The score of a row of finite values, from a start, where there is one output. */
  double score(double[] row, double start) {
    int[] places = places(row, 0);
    double sum = start;
    for (int b = 0; b < blocks.length; b++) {
      sum = blocks[b].addTo(sum, lineOf, places, b);
    }
    spare.set(places);
    return sum;
  }

  /** The place of each feature's gap, in the array of the call before if no one else has it. */
  private int[] places(double[] data, int at) {
    int[] places = spare.getAndSet(null);
    if (places == null) {
      places = new int[thresholds.features()];
    }
    for (int f = 0; f < places.length; f++) {
      places[f] = place(f, thresholds.gaps(f).of(data[at + thresholds.column(f)]));
    }
    return places;
  }
}
