package org.cairnml.boosting;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cairnml.base.FormatException;
import org.cairnml.tree.TreeBuilder;

/** A tree of an XGBoost JSON file. */
final class XGBoostTree extends ForeignTree {
  // Categories that a node lists go right, all others left, also those that training never saw; a
  // missing value goes its own way. Ours sends a category beyond the node's count like a missing
  // one, so where the two differ the node counts more categories than the file knows.

  /** How many categories a node counts at least where a missing value does not go left. */
  static final int PADDED_CATEGORIES = 1024;

  private static final int MOST_CATEGORIES = 1 << 20;
  private static final double FLOAT_OVERFLOW = 0x1p128;

  private final int features;
  private final int[] left;
  private final int[] right;
  private final int[] feature;
  private final double[] condition;
  private final int[] defaultLeft;
  private final int[] splitType;
  private final double[] gain;
  private final double[] cover;
  private final int[] categories;
  private final int[] categoriesFrom;
  private final int[] categoriesTo;

  XGBoostTree(JsonObject json, int features) {
    this.features = features;
    left = json.integers("left_children");
    int n = left.length;
    JsonObject parameters = json.object("tree_param");
    if (n == 0 || parameters.integerText("num_nodes") != n) {
      throw new FormatException(
          "a tree has %d nodes and says %s".formatted(n, parameters.text("num_nodes")));
    }
    if (parameters.has("size_leaf_vector") && parameters.integerText("size_leaf_vector") > 1) {
      throw new FormatException(
          "its leaves hold vectors (multi-output trees), which is unsupported");
    }
    right = oneEach(json.integers("right_children"), n, "right_children");
    feature = oneEach(json.integers("split_indices"), n, "split_indices");
    condition = oneEach(json.numbers("split_conditions"), n, "split_conditions");
    defaultLeft = oneEach(json.integers("default_left"), n, "default_left");
    splitType =
        json.has("split_type") ? oneEach(json.integers("split_type"), n, "split_type") : new int[n];
    gain = oneEach(json.numbers("loss_changes"), n, "loss_changes");
    cover = oneEach(json.numbers("sum_hessian"), n, "sum_hessian");
    categoriesFrom = new int[n];
    categoriesTo = new int[n];
    categories = json.has("categories") ? json.integers("categories") : new int[0];
    if (categories.length > 0) {
      findCategories(json, n);
    }
  }

  private void findCategories(JsonObject json, int n) {
    int[] nodes = json.integers("categories_nodes");
    int[] segments = oneEach(json.integers("categories_segments"), nodes.length, "segments");
    int[] sizes = oneEach(json.integers("categories_sizes"), nodes.length, "sizes");
    for (int i = 0; i < nodes.length; i++) {
      if (nodes[i] < 0
          || nodes[i] >= n
          || segments[i] < 0
          || sizes[i] < 0
          || sizes[i] > categories.length - segments[i]) {
        throw new FormatException("a tree lists categories of a place that does not exist");
      }
      categoriesFrom[nodes[i]] = segments[i];
      categoriesTo[nodes[i]] = segments[i] + sizes[i];
    }
    for (int category : categories) {
      if (category < 0 || category >= MOST_CATEGORIES) {
        throw new FormatException(
            "a tree lists category " + category + "; they must lie below " + MOST_CATEGORIES);
      }
    }
  }

  /** Raises how many categories each feature has to what this tree knows. */
  void countCategories(int[] counts) {
    for (int node = 0; node < left.length; node++) {
      if (!isLeaf(node) && splitType[node] == 1) {
        int of = feature(feature[node], features);
        counts[of] = Math.max(counts[of], known(node));
      }
    }
  }

  /** The size of all sets of categories. */
  long setWords() {
    return IntStream.range(0, left.length)
        .filter(node -> splitType[node] == 1)
        .mapToLong(node -> counted(node) / Long.SIZE + 1)
        .sum();
  }

  private int counted(int node) {
    int known = known(node);
    return defaultLeft[node] != 0 ? known : Math.max(PADDED_CATEGORIES, 2 * known);
  }

  private int known(int node) {
    return 1 + Arrays.stream(categories, categoriesFrom[node], categoriesTo[node]).max().orElse(0);
  }

  @Override
  int nodes() {
    return left.length;
  }

  @Override
  boolean isLeaf(int node) {
    return left[node] == -1;
  }

  @Override
  int left(int node) {
    return left[node];
  }

  @Override
  int right(int node) {
    return right[node];
  }

  @Override
  double value(int leaf) {
    return condition[leaf];
  }

  @Override
  double cover(int node) {
    return cover[node];
  }

  @Override
  int split(TreeBuilder builder, int leaf, int node) {
    int of = feature(feature[node], features);
    boolean missingLeft = defaultLeft[node] != 0;
    double leftCover = coverOf(left[node]);
    double rightCover = coverOf(right[node]);
    if (splitType[node] == 1) {
      int counted = counted(node);
      long[] set = firstCategories(counted, counted);
      for (int i = categoriesFrom[node]; i < categoriesTo[node]; i++) {
        set[categories[i] >>> 6] &= ~(1L << (categories[i] & 63));
      }
      return builder.split(leaf, of, set, counted, missingLeft, gain[node], leftCover, rightCover);
    }
    if (splitType[node] != 0) {
      throw new FormatException("a node has the unknown split type " + splitType[node]);
    }
    return builder.split(
        leaf,
        of,
        largestBelow((float) condition[node]),
        missingLeft,
        gain[node],
        leftCover,
        rightCover);
  }

  private double coverOf(int node) {
    return node >= 0 && node < cover.length ? cover[node] : 0;
  }

  /** The largest double that, rounded to float32, is less than a threshold. */
  static double largestBelow(float threshold) {
    if (Float.isNaN(threshold) || threshold == Float.NEGATIVE_INFINITY) {
      throw new FormatException("a node has the threshold " + threshold);
    }
    float below = Math.nextDown(threshold);
    double low = below == Float.NEGATIVE_INFINITY ? -FLOAT_OVERFLOW : below;
    double high = threshold == Float.POSITIVE_INFINITY ? FLOAT_OVERFLOW : threshold;
    double half = (low + high) / 2;
    boolean tieGoesDown = (Float.floatToRawIntBits(below) & 1) == 0;
    return tieGoesDown ? half : Math.nextDown(half);
  }
}
