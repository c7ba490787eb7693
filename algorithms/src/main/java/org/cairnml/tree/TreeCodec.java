package org.cairnml.tree;

import java.util.BitSet;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;

/**
 * A tree on the way to or from a file. Fields: {@code width} (numbers a leaf), and one value a node
 * of {@code feature} (-1 at a leaf), {@code threshold} (NaN for a category), {@code child} (left
 * child; at a leaf the place of its numbers in {@code values}), {@code missingLeft} (bits, least
 * first), {@code cover}, {@code gain}; for trees that ask about categories also {@code setStart}
 * and {@code sets} (from the start: how many categories there are, then bits of those that go
 * left).
 */
public final class TreeCodec {

  private TreeCodec() {}

  /** The fields of a tree. */
  public static Fields write(Tree tree) {
    BitSet missingLeft = new BitSet();
    for (int node = 0; node < tree.nodes(); node++) {
      missingLeft.set(node, tree.missingLeft[node]);
    }
    Fields fields =
        Fields.create()
            .set("width", tree.width)
            .set("feature", tree.feature)
            .set("threshold", tree.threshold)
            .set("child", tree.child)
            .set("missingLeft", missingLeft.toByteArray())
            .set("cover", tree.cover)
            .set("gain", tree.gain)
            .set("values", tree.values);
    return tree.sets.length == 0
        ? fields
        : fields.set("setStart", tree.setStart).set("sets", tree.sets);
  }

  /**
   * The tree of fields.
   *
   * @param features how many features there are
   * @param width how many numbers a leaf must hold
   * @throws FormatException if the fields are no tree over so many features
   */
  public static Tree read(Fields fields, int features, int width) {
    int[] feature = fields.getInts("feature");
    BitSet bits = BitSet.valueOf(fields.getBytes("missingLeft"));
    boolean[] missingLeft = new boolean[feature.length];
    for (int node = 0; node < missingLeft.length; node++) {
      missingLeft[node] = bits.get(node);
    }
    boolean sets = fields.has("sets");
    Tree tree =
        new Tree(
            fields.getInt("width"),
            feature,
            fields.getDoubles("threshold"),
            fields.getInts("child"),
            missingLeft,
            fields.getDoubles("cover"),
            fields.getDoubles("gain"),
            fields.getDoubles("values"),
            sets ? fields.getInts("setStart") : new int[0],
            sets ? fields.getLongs("sets") : new long[0]);
    require(tree.width == width, "its leaves hold " + tree.width + " numbers, not " + width);
    check(tree, features);
    return tree;
  }

  /** The trees of a list of fields; at least one. */
  public static List<Tree> readAll(List<Fields> list, int features, int width) {
    require(!list.isEmpty(), "there is none");
    return list.stream().map(fields -> read(fields, features, width)).toList();
  }

  /** Refuses what could lead a walk from the root astray. */
  private static void check(Tree tree, int features) {
    int n = tree.feature.length;
    require(tree.width > 0, "it has leaves without numbers");
    require(n % 2 == 1, "it has " + n + " nodes");
    for (int length :
        new int[] {tree.threshold.length, tree.child.length, tree.cover.length, tree.gain.length}) {
      require(length == n, "it has " + n + " nodes, but " + length + " values of one kind");
    }
    require(tree.sets.length == 0 || tree.setStart.length == n, "it lacks places of sets");
    for (int node = 0; node < n; node++) {
      int child = tree.child[node];
      if (tree.isLeaf(node)) {
        require(child >= 0 && child <= tree.values.length - tree.width, "a leaf has no numbers");
      } else {
        require(
            tree.feature[node] >= 0 && tree.feature[node] < features,
            "node " + node + " asks about no feature");
        require(child > node && child < n - 1, "node " + node + " has no children");
        require(!tree.isCategorical(node) || hasSet(tree, node), "node " + node + " has no set");
      }
    }
  }

  private static boolean hasSet(Tree tree, int node) {
    if (tree.sets.length == 0) {
      return false;
    }
    int start = tree.setStart[node];
    if (start < 0 || start >= tree.sets.length) {
      return false;
    }
    long categories = tree.sets[start];
    return categories >= 0 && (categories + 63) / 64 <= tree.sets.length - start - 1L;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new FormatException("holds a broken tree: " + otherwise);
    }
  }
}
