package org.cairnml.boosting;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import org.cairnml.base.FormatException;
import org.cairnml.tree.Tree;
import org.cairnml.tree.TreeBuilder;

/** A tree as another library wrote it; node 0 is the root. */
abstract class ForeignTree {

  /** How many nodes the file lists. */
  abstract int nodes();

  abstract boolean isLeaf(int node);

  abstract int left(int node);

  abstract int right(int node);

  /** The number of a leaf. */
  abstract double value(int leaf);

  /** The training weight of a node. */
  abstract double cover(int node);

  /**
   * Splits a leaf as an inner node asks.
   *
   * @return the left child
   */
  abstract int split(TreeBuilder builder, int leaf, int node);

  /**
   * The same tree in our form, its numbers multiplied by a factor.
   *
   * @throws FormatException if a node is reached twice or does not exist
   */
  final Tree build(double factor) {
    TreeBuilder builder = new TreeBuilder(1, cover(0));
    BitSet seen = new BitSet();
    Deque<Place> open = new ArrayDeque<>();
    open.push(new Place(0, 0));
    while (!open.isEmpty()) {
      Place place = open.pop();
      int node = place.node;
      if (node < 0 || node >= nodes() || seen.get(node)) {
        throw new FormatException(
            "its node " + node + (node >= 0 && node < nodes() ? " has two parents" : " is absent"));
      }
      seen.set(node);
      if (isLeaf(node)) {
        builder.setValues(place.leaf, finite(value(node), "the value of a leaf") * factor);
      } else {
        int child = split(builder, place.leaf, node);
        open.push(new Place(right(node), child + 1));
        open.push(new Place(left(node), child));
      }
    }
    return builder.build();
  }

  /** A node of the file and the leaf that it will become. */
  private record Place(int node, int leaf) {}

  static double finite(double value, String what) {
    if (!Double.isFinite(value)) {
      throw new FormatException(what + " is " + value);
    }
    return value;
  }

  static int feature(int feature, int features) {
    if (feature < 0 || feature >= features) {
      throw new FormatException("a node asks about feature " + feature + " of " + features);
    }
    return feature;
  }

  /** The values of a list of which there must be one a node. */
  static double[] oneEach(double[] values, int nodes, String what) {
    if (values.length != nodes) {
      throw new FormatException(
          "a tree has %d values of '%s' where %d belong".formatted(values.length, what, nodes));
    }
    return values;
  }

  static int[] oneEach(int[] values, int nodes, String what) {
    oneEach(new double[values.length], nodes, what);
    return values;
  }

  /** A set with the first categories in it, wide enough for so many. */
  static long[] firstCategories(int in, int categories) {
    long[] set = new long[(categories + 63) >>> 6];
    Arrays.fill(set, 0, in >>> 6, -1L);
    if ((in & 63) != 0) {
      set[in >>> 6] = (1L << (in & 63)) - 1;
    }
    return set;
  }
}
