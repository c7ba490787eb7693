package org.cairnml.boosting;

import org.cairnml.base.FormatException;
import org.cairnml.tree.TreeBuilder;

/** A tree of a LightGBM text file: inner nodes first, then leaves. */
final class LightGbmTree extends ForeignTree {
  // The bits of a decision type: 1 = by category, 2 = missing values go left, and from bit 2 on
  // what is missing (0 nothing, so that NaN counts as 0; 1 zero and NaN; 2 NaN).

  private static final int CATEGORY = 1;
  private static final int DEFAULT_LEFT = 2;
  private static final int MISSING_SHIFT = 2;
  private static final int MISSING_NOTHING = 0;
  private static final int MISSING_ZERO = 1;
  private static final int MISSING_NAN = 2;

  /** What LightGBM takes for zero: a value not beyond this on either side. */
  private static final double ZERO = 1e-35f;

  private final int features;
  private final int inner;
  private final int[] left;
  private final int[] right;
  private final int[] feature;
  private final int[] decision;
  private final double[] threshold;
  private final double[] gain;
  private final double[] leafValue;
  private final double[] leafCover;
  private final double[] innerCover;
  private final int[] setStart;
  private final long[] setWords;

  LightGbmTree(LightGbmBlock block, int features) {
    this.features = features;
    int leaves = block.integer("num_leaves");
    leafValue = block.numbers("leaf_value");
    if (leaves < 1) {
      throw new FormatException("a tree has " + leaves + " leaves");
    }
    oneEach(leafValue, leaves, "leaf_value");
    if (block.has("is_linear") && block.integer("is_linear") != 0) {
      throw new FormatException(
          "its trees have linear leaves, which are not supported; train with linear_tree=false");
    }
    inner = leaves - 1;
    left = inner == 0 ? new int[0] : oneEach(block.integers("left_child"), inner, "left_child");
    right = inner == 0 ? new int[0] : oneEach(block.integers("right_child"), inner, "right_child");
    feature =
        inner == 0 ? new int[0] : oneEach(block.integers("split_feature"), inner, "split_feature");
    decision =
        inner == 0 ? new int[0] : oneEach(block.integers("decision_type"), inner, "decision_type");
    threshold =
        inner == 0 ? new double[0] : oneEach(block.numbers("threshold"), inner, "threshold");
    gain = perNode(block, "split_gain", inner);
    leafCover = perNode(block, "leaf_count", leaves);
    innerCover = perNode(block, "internal_count", inner);
    boolean sets = block.has("num_cat") && block.integer("num_cat") > 0;
    setStart = sets ? block.integers("cat_boundaries") : new int[0];
    setWords = sets ? block.longs("cat_threshold") : new long[0];
  }

  /** Values that predictions do not need: zeros where the file has none. */
  private static double[] perNode(LightGbmBlock block, String name, int nodes) {
    return nodes > 0 && block.has(name)
        ? oneEach(block.numbers(name), nodes, name)
        : new double[nodes];
  }

  @Override
  int nodes() {
    return 2 * inner + 1;
  }

  @Override
  boolean isLeaf(int node) {
    return node >= inner;
  }

  @Override
  int left(int node) {
    return child(left[node]);
  }

  @Override
  int right(int node) {
    return child(right[node]);
  }

  private int child(int child) {
    if (child < -inner - 1 || child >= inner) {
      throw new FormatException("a tree has no node " + child);
    }
    return child >= 0 ? child : inner + ~child;
  }

  @Override
  double value(int leaf) {
    return leafValue[leaf - inner];
  }

  @Override
  double cover(int node) {
    return isLeaf(node) ? leafCover[node - inner] : innerCover[node];
  }

  @Override
  int split(TreeBuilder builder, int leaf, int node) {
    int of = feature(feature[node], features);
    double leftCover = cover(left(node));
    double rightCover = cover(right(node));
    if ((decision[node] & CATEGORY) != 0) {
      long[] set = set(node);
      return builder.split(
          leaf, of, set, set.length * Long.SIZE, false, gain[node], leftCover, rightCover);
    }
    double largestLeft = threshold[node] + 0.0;
    if (Double.isNaN(largestLeft)) {
      throw new FormatException("a node has the threshold NaN");
    }
    return builder.split(
        leaf, of, largestLeft, missingLeft(node), gain[node], leftCover, rightCover);
  }

  private boolean missingLeft(int node) {
    boolean defaultLeft = (decision[node] & DEFAULT_LEFT) != 0;
    boolean zeroLeft = 0 <= threshold[node];
    return switch (decision[node] >> MISSING_SHIFT) {
      case MISSING_NOTHING -> zeroLeft;
      case MISSING_NAN -> defaultLeft;
      case MISSING_ZERO -> {
        boolean together = zeroLeft ? ZERO <= threshold[node] : threshold[node] < -ZERO;
        if (defaultLeft != zeroLeft || !together) {
          throw new FormatException(
              "feature "
                  + feature[node]
                  + " takes zero for missing, which is not supported; train with"
                  + " zero_as_missing=false, with NaN for what is missing");
        }
        yield defaultLeft;
      }
      default -> throw new FormatException("a node has the decision type " + decision[node]);
    };
  }

  /** The categories that go left, from 32-bit words to 64-bit ones. */
  private long[] set(int node) {
    int index = (int) threshold[node];
    if (index != threshold[node]
        || index < 0
        || index >= setStart.length - 1
        || setStart[index] < 0
        || setStart[index] > setStart[index + 1]
        || setStart[index + 1] > setWords.length) {
      throw new FormatException("a node lists categories of a place that does not exist");
    }
    int from = setStart[index];
    int words = setStart[index + 1] - from;
    long[] set = new long[(words + 1) / 2];
    for (int i = 0; i < words; i++) {
      long word = setWords[from + i];
      if (word < 0 || word >>> Integer.SIZE != 0) {
        throw new FormatException("a set of categories holds the word " + word);
      }
      set[i / 2] |= word << Integer.SIZE * (i % 2);
    }
    return set;
  }

  /** Raises how many categories each feature has to what this tree knows. */
  void countCategories(int[] counts) {
    for (int node = 0; node < inner; node++) {
      if ((decision[node] & CATEGORY) != 0) {
        int of = feature(feature[node], features);
        long[] set = set(node);
        int last = set.length - 1;
        while (last > 0 && set[last] == 0) {
          last--;
        }
        int known =
            last < 0
                ? 1
                : Math.max(1, (last + 1) * Long.SIZE - Long.numberOfLeadingZeros(set[last]));
        counts[of] = Math.max(counts[of], known);
      }
    }
  }
}
