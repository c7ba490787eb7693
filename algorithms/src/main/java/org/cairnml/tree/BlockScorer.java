package org.cairnml.tree;

import java.util.Arrays;
import org.cairnml.linalg.Matrix;

/** Scores a block of rows with the trees of a {@link PackedForest}. For one thread. */
final class BlockScorer {
  // Rows are parted at every node, as in training. Codes stand slot after slot, so that a node
  // reads one short column and its own cut once. It writes its rows to the same range of the
  // other array: those that go left from the front, the others from the back. Where few rows are
  // left, they walk on by themselves without branches on data. The loop that parts rows is written
  // to need few registers: a column of its own for each slot, and no count of rows beside the two
  // places to write to.

  static final int MOST_ROWS = 1 << 13;

  private static final int FEW = 16;
  private static final int LANES = 4;
  private static final int ROOM_OF_ONE = 3;

  private final PackedForest forest;
  private final int n;
  private final byte[][] codes;
  private final int slotShift;
  private final int slotMask;
  private final int[] leafOf;
  private final char[] even;
  private final char[] odd;
  private int[] waiting = new int[32 * ROOM_OF_ONE];
  private int waitingLength;

  /**
   * A scorer.
   *
   * @param from the first row of x
   * @param to after its last row, at most {@link #MOST_ROWS} later
   */
  BlockScorer(PackedForest forest, Matrix x, int from, int to) {
    this.forest = forest;
    n = to - from;
    boolean missing = forest.isMissingIn(x, from, to);
    slotShift = missing ? PackedForest.SLOT : PackedForest.SLOT + 1;
    slotMask = missing ? PackedForest.SLOT_MASK : PackedForest.SLOT_MASK >>> 1;
    codes = forest.encode(x, from, to, missing);
    leafOf = new int[n];
    even = new char[n];
    odd = new char[n];
  }

  /** Adds the leaf numbers of all trees to the sums (n x outputs) that begin at {@code start}. */
  void addTo(double[] sums, int start) {
    int outputs = forest.outputs();
    for (int t = 0; t < forest.trees(); t++) {
      route(forest.root(t));
      forest.addLeaves(leafOf, n, sums, start + (outputs > forest.width() ? t % outputs : 0));
    }
  }

  /** Finds the leaf of every row. */
  private void route(int root) {
    for (int i = 0; i < n; i++) {
      even[i] = (char) i;
    }
    descend(root, 0, n, even, odd);
    while (waitingLength > 0) {
      waitingLength -= ROOM_OF_ONE;
      int node = waiting[waitingLength];
      int from = waiting[waitingLength + 1];
      int to = waiting[waitingLength + 2];
      if (to > 0) {
        descend(node, from, to, even, odd);
      } else {
        descend(node, from, -to, odd, even);
      }
    }
  }

  /** Follows a range of rows to the left until a leaf; those that go right have to wait. */
  private void descend(int start, int from, int end, char[] first, char[] second) {
    char[] here = first;
    char[] other = second;
    int node = start;
    int to = end;
    long question = forest.node(node);
    while (question >= 0 && to - from > FEW) {
      int column = (int) (question >>> slotShift) & slotMask;
      int middle =
          part(here, other, from, to, codes[column], (int) (question >>> PackedForest.CUT));
      char[] swap = here;
      here = other;
      other = swap;
      int right = node + 1 + (int) question;
      node = middle == from ? right : node + 1;
      if (middle > from && middle < to) {
        await(right, middle, here == even ? to : -to);
        to = middle;
      }
      question = forest.node(node);
    }
    if (question < 0) {
      for (int i = from; i < to; i++) {
        leafOf[here[i]] = (int) question;
      }
    } else {
      walk(node, here, from, to);
    }
  }

  /** Walks rows to their leaves, four side by side; an absent one repeats the last. */
  private void walk(int start, char[] rows, int from, int to) {
    int last = to - 1;
    for (int i = from; i < to; i += LANES) {
      char rowA = rows[i];
      char rowB = rows[Math.min(i + 1, last)];
      char rowC = rows[Math.min(i + 2, last)];
      char rowD = rows[Math.min(i + 3, last)];
      int a = start;
      int b = start;
      int c = start;
      int d = start;
      long nodeA = forest.node(a);
      long nodeB = nodeA;
      long nodeC = nodeA;
      long nodeD = nodeA;
      while ((nodeA & nodeB & nodeC & nodeD) >= 0) {
        a += steps(nodeA, rowA);
        b += steps(nodeB, rowB);
        c += steps(nodeC, rowC);
        d += steps(nodeD, rowD);
        nodeA = forest.node(a);
        nodeB = forest.node(b);
        nodeC = forest.node(c);
        nodeD = forest.node(d);
      }
      leafOf[rowA] = (int) nodeA;
      leafOf[rowB] = (int) nodeB;
      leafOf[rowC] = (int) nodeC;
      leafOf[rowD] = (int) nodeD;
    }
  }

  /** How far the next node is: 0 at a leaf, 1 for the left child. */
  private int steps(long node, char row) {
    int column = (int) (node >>> slotShift) & slotMask;
    int right = (int) (node >>> PackedForest.CUT) - (codes[column][row] & 0xff) >> 31;
    return 1 + (right & (int) node) & (int) ~(node >> 63);
  }

  private void await(int node, int from, int to) {
    if (waitingLength == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * waitingLength);
    }
    waiting[waitingLength] = node;
    waiting[waitingLength + 1] = from;
    waiting[waitingLength + 2] = to;
    waitingLength += ROOM_OF_ONE;
  }

  private static int part(char[] here, char[] other, int from, int to, byte[] ofRow, int cut) {
    int low = from;
    int high = to - 1;
    for (int i = from; low <= high; i++) {
      char row = here[i];
      int right = cut - (ofRow[row] & 0xff) >> 31;
      other[low] = row;
      other[high] = row;
      low += 1 + right;
      high += right;
    }
    return low;
  }
}
