package org.cairnml.tree;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairnml.linalg.Matrix;

/**
 * Trees packed for scoring: one long a node. Sums of leaf numbers over the trees are the same, bit
 * by bit, as those of {@link Tree#addTo} in order. Immutable.
 *
 * <p>For trees that ask about numbers only, with at most 255 different thresholds a feature, which
 * those grown on bins have.
 */
public final class PackedForest {
  // Nodes stand in the order of a walk that goes left first, so a left child is next to its parent.
  // An inner node: steps from the left child to the right one 0-31, slot 32-47, cut 48-55 among the
  // feature's thresholds. Slot 2 f is that of used feature f, 2 f + 1 the same if missing values go
  // left. A leaf: sign bit, place of its numbers 0-31. One row walks eight trees at once without
  // branches on data, since a step waits for memory, not for arithmetic; for many see BlockScorer.

  static final int SLOT = 32;
  static final int SLOT_MASK = 0xffff;
  static final int CUT = 48;

  private static final int MOST_CUTS = 255;
  private static final int MOST_FEATURES = 1 << 15;
  private static final int TILE = 64;

  private final long[] nodes;
  private final int[] roots;
  private final int[] used;
  private final int[] offsets;
  private final double[] thresholds;
  private final double[] values;
  private final int width;
  private final int outputs;

  private PackedForest(List<Tree> trees, int outputs, int[] used, double[][] cuts) {
    this.outputs = outputs;
    this.used = used;
    width = trees.get(0).width();
    offsets = new int[used.length];
    for (int f = 1; f < used.length; f++) {
      offsets[f] = offsets[f - 1] + cuts[f - 1].length;
    }
    thresholds = Arrays.stream(cuts).flatMapToDouble(Arrays::stream).toArray();
    roots = new int[trees.size()];
    nodes = new long[trees.stream().mapToInt(Tree::nodes).sum()];
    int[] compact = new int[used.length == 0 ? 0 : used[used.length - 1] + 1];
    for (int f = 0; f < used.length; f++) {
      compact[used[f]] = f;
    }
    var leafValues = new TreeBuilder.Values();
    int start = 0;
    for (int t = 0; t < roots.length; t++) {
      roots[t] = start;
      start = pack(trees.get(t), start, compact, cuts, leafValues);
    }
    values = leafValues.toArray();
  }

  /** Packs the nodes of a tree from {@code start}; returns where they end. */
  private int pack(
      Tree tree, int start, int[] compact, double[][] cuts, TreeBuilder.Values leafValues) {
    int[] stack = new int[tree.nodes()];
    int[] parent = new int[tree.nodes()];
    int height = 1;
    int at = start;
    while (height > 0) {
      int node = stack[--height];
      if (parent[node] > 0) {
        int left = parent[node] + start;
        nodes[left - 1] |= at - left;
      }
      if (tree.isLeaf(node)) {
        nodes[at++] = Long.MIN_VALUE | leafValues.indexOf(tree.values, tree.child[node], width);
      } else {
        long feature = compact[tree.feature(node)];
        long slot = 2 * feature + (tree.missingLeft(node) ? 1 : 0);
        long cut = Arrays.binarySearch(cuts[(int) feature], tree.threshold(node) + 0.0);
        nodes[at++] = cut << 48 | slot << 32;
        parent[tree.right(node)] = at - start;
        stack[height++] = tree.right(node);
        stack[height++] = tree.left(node);
      }
    }
    return at;
  }

  /**
   * The packed trees, if they are of the kind that can be packed.
   *
   * @param trees at least one; all leaves have the same number of values
   * @param outputs how many sums there are: as many as a leaf has numbers, or, for leaves of one
   *     number, any count, tree t adding to sum {@code t % outputs}
   */
  public static Optional<PackedForest> of(List<Tree> trees, int outputs) {
    long total = 0;
    BitSet features = new BitSet();
    for (Tree tree : trees) {
      total += tree.nodes();
      for (int node = 0; node < tree.nodes(); node++) {
        if (tree.isCategorical(node)) {
          return Optional.empty();
        }
        if (!tree.isLeaf(node)) {
          features.set(tree.feature(node));
        }
      }
    }
    int[] used = features.stream().toArray();
    if (total > Integer.MAX_VALUE - 8 || used.length > MOST_FEATURES) {
      return Optional.empty();
    }
    double[][] cuts = cuts(trees, used);
    return Arrays.stream(cuts).anyMatch(c -> c.length > MOST_CUTS)
        ? Optional.empty()
        : Optional.of(new PackedForest(trees, outputs, used, cuts));
  }

  /** The distinct thresholds of each used feature, ascending. */
  private static double[][] cuts(List<Tree> trees, int[] used) {
    int[] count = new int[used.length == 0 ? 0 : used[used.length - 1] + 1];
    double[][] sorted = new double[count.length][];
    for (int f : used) {
      sorted[f] = new double[16];
    }
    for (Tree tree : trees) {
      for (int node = 0; node < tree.nodes(); node++) {
        if (!tree.isLeaf(node) && count[tree.feature(node)] <= MOST_CUTS) {
          int f = tree.feature(node);
          double threshold = tree.threshold(node) + 0.0;
          int at = Arrays.binarySearch(sorted[f], 0, count[f], threshold);
          if (at < 0) {
            if (count[f] == sorted[f].length) {
              sorted[f] = Arrays.copyOf(sorted[f], 2 * count[f]);
            }
            at = -at - 1;
            System.arraycopy(sorted[f], at, sorted[f], at + 1, count[f] - at);
            sorted[f][at] = threshold;
            count[f]++;
          }
        }
      }
    }
    return IntStream.of(used)
        .mapToObj(f -> Arrays.copyOf(sorted[f], count[f]))
        .toArray(double[][]::new);
  }

  /** How many sums there are. */
  public int outputs() {
    return outputs;
  }

  /** How many numbers a leaf has. */
  int width() {
    return width;
  }

  /** How many trees there are. */
  int trees() {
    return roots.length;
  }

  /** The root of tree {@code t}. */
  int root(int t) {
    return roots[t];
  }

  /** A node, as described above. */
  long node(int at) {
    return nodes[at];
  }

  /** Whether the trees ask about a value that is missing in rows {@code from} to {@code to - 1}. */
  boolean isMissingIn(Matrix x, int from, int to) {
    double[] data = x.data();
    for (int i = from; i < to; i++) {
      int row = x.offset() + i * x.stride();
      for (int f : used) {
        if (data[row + f] != data[row + f]) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The codes of rows {@code from} to {@code to - 1}, an array for each slot: how many thresholds
   * are below the value.
   *
   * @param missing whether both slots of a feature are written, or one since they are the same
   */
  byte[][] encode(Matrix x, int from, int to, boolean missing) {
    byte[][] codes = new byte[(missing ? 2 : 1) * used.length][to - from];
    double[] column = new double[TILE];
    int[] code = new int[TILE];
    for (int tile = from; tile < to; tile += TILE) {
      int length = Math.min(TILE, to - tile);
      for (int f = 0; f < used.length; f++) {
        for (int i = 0; i < length; i++) {
          column[i] = x.data()[x.offset() + (tile + i) * x.stride() + used[f]];
        }
        encode(f, column, length, code);
        int slot = missing ? 2 * f : f;
        for (int i = 0; i < length; i++) {
          boolean known = column[i] == column[i];
          codes[slot][tile - from + i] = (byte) (known ? code[i] : MOST_CUTS);
          if (missing) {
            codes[slot + 1][tile - from + i] = (byte) (known ? code[i] : 0);
          }
        }
      }
    }
    return codes;
  }

  /** How many thresholds of a used feature are below each value: searches side by side. */
  private void encode(int f, double[] column, int n, int[] code) {
    int from = offsets[f];
    int length = (f + 1 < offsets.length ? offsets[f + 1] : thresholds.length) - from;
    Arrays.fill(code, 0, n, 0);
    while (length > 1) {
      int half = length >>> 1;
      int middle = from + half - 1;
      for (int i = 0; i < n; i++) {
        code[i] += half & below(thresholds[middle + code[i]], column[i]);
      }
      length -= half;
    }
    for (int i = 0; i < n; i++) {
      code[i] -= below(thresholds[from + code[i]], column[i]);
    }
  }

  /** -1 if the threshold is below the value, read off the sign of the difference; else 0. */
  private static int below(double threshold, double value) {
    return (int) (Double.doubleToRawLongBits(threshold - value) >> 63);
  }

  /**
   * Adds the leaf numbers of all trees for one row (d values) to {@code sums}; allocates nothing.
   */
  public void addTo(double[] row, double[] sums) {
    for (int f : used) {
      if (row[f] != row[f]) {
        addWithMissing(row, sums);
        return;
      }
    }
    int t = 0;
    for (; t + 8 <= roots.length; t += 8) {
      int a = roots[t];
      int b = roots[t + 1];
      int c = roots[t + 2];
      int d = roots[t + 3];
      int e = roots[t + 4];
      int f = roots[t + 5];
      int g = roots[t + 6];
      int h = roots[t + 7];
      long open = 0;
      while (open >= 0) {
        long na = nodes[a];
        long nb = nodes[b];
        long nc = nodes[c];
        long nd = nodes[d];
        long ne = nodes[e];
        long nf = nodes[f];
        long ng = nodes[g];
        long nh = nodes[h];
        open = na & nb & nc & nd & ne & nf & ng & nh;
        a = na < 0 ? a : step(a, na, row);
        b = nb < 0 ? b : step(b, nb, row);
        c = nc < 0 ? c : step(c, nc, row);
        d = nd < 0 ? d : step(d, nd, row);
        e = ne < 0 ? e : step(e, ne, row);
        f = nf < 0 ? f : step(f, nf, row);
        g = ng < 0 ? g : step(g, ng, row);
        h = nh < 0 ? h : step(h, nh, row);
      }
      addLeaf(t, a, sums);
      addLeaf(t + 1, b, sums);
      addLeaf(t + 2, c, sums);
      addLeaf(t + 3, d, sums);
      addLeaf(t + 4, e, sums);
      addLeaf(t + 5, f, sums);
      addLeaf(t + 6, g, sums);
      addLeaf(t + 7, h, sums);
    }
    for (; t < roots.length; t++) {
      int node = roots[t];
      while (nodes[node] >= 0) {
        node = step(node, nodes[node], row);
      }
      addLeaf(t, node, sums);
    }
  }

  /** The next node. */
  private int step(int at, long node, double[] row) {
    int f = (int) (node >>> 33) & 0x7fff;
    double threshold = thresholds[offsets[f] + ((int) (node >>> 48) & 0xff)];
    return at + 1 + (below(threshold, row[used[f]]) & (int) node);
  }

  private void addWithMissing(double[] row, double[] sums) {
    for (int t = 0; t < roots.length; t++) {
      int at = roots[t];
      while (nodes[at] >= 0) {
        long node = nodes[at];
        double value = row[used[(int) (node >>> 33) & 0x7fff]];
        boolean missingLeft = (node >>> 32 & 1) != 0;
        at = value == value ? step(at, node, row) : at + 1 + (missingLeft ? 0 : (int) node);
      }
      addLeaf(t, at, sums);
    }
  }

  private void addLeaf(int tree, int node, double[] sums) {
    int start = (int) nodes[node];
    if (width == 1) {
      sums[outputs == 1 ? 0 : tree % outputs] += values[start];
    } else {
      for (int j = 0; j < width; j++) {
        sums[j] += values[start + j];
      }
    }
  }

  /** Adds the numbers of the leaves that {@link #node} names to the sums of rows. */
  void addLeaves(int[] leafOf, int n, double[] sums, int start) {
    for (int i = 0; i < n; i++) {
      int to = start + i * outputs;
      int from = leafOf[i];
      for (int j = 0; j < width; j++) {
        sums[to + j] += values[from + j];
      }
    }
  }
}
