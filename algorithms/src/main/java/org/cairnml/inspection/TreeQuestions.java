package org.cairnml.inspection;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.tree.Tree;

/** The questions and answers of a tree in words. */
final class TreeQuestions {

  private static final int SHOWN_LEVELS = 4;
  private static final int DIGITS = 5;
  private static final int LONGEST_PLAIN_NUMBER = 10;

  private final Tree tree;
  private final Schema schema;
  private final List<String> classes;
  private final int[] parents;

  TreeQuestions(Tree tree, Schema schema, List<String> classes) {
    this.tree = tree;
    this.schema = schema;
    this.classes = classes;
    parents = new int[tree.nodes()];
    Arrays.fill(parents, -1);
    for (int node = 0; node < tree.nodes(); node++) {
      if (!tree.isLeaf(node)) {
        parents[tree.left(node)] = node;
        parents[tree.right(node)] = node;
      }
    }
  }

  Tree tree() {
    return tree;
  }

  /** What an inner node asks, whole; yes is left. */
  String question(int node) {
    return (name(node) + " " + condition(node) + " " + orMissing(node)).strip();
  }

  /** The feature that an inner node asks about. */
  String name(int node) {
    return schema.name(tree.feature(node));
  }

  /** What an inner node asks of the values of its feature. */
  String condition(int node) {
    if (tree.isCategorical(node)) {
      List<String> left = levelsLeft(node);
      int shown = Math.min(left.size(), SHOWN_LEVELS);
      String more = left.size() > shown ? ", and " + (left.size() - shown) + " more" : "";
      return "in [" + String.join(", ", left.subList(0, shown)) + more + "]";
    }
    if (Double.isInfinite(tree.threshold(node))) {
      return tree.missingLeft(node) ? "is missing" : "is known";
    }
    return "<= " + number(tree.threshold(node));
  }

  /** "or missing" where rows without a value go left too, else empty. */
  String orMissing(int node) {
    boolean said = !tree.isCategorical(node) && Double.isInfinite(tree.threshold(node));
    return tree.missingLeft(node) && !said ? "or missing" : "";
  }

  /** The levels that go left, less those that questions above have sent elsewhere. */
  private List<String> levelsLeft(int node) {
    Feature feature = schema.get(tree.feature(node));
    return IntStream.range(0, Math.min(tree.categories(node), feature.levels().size()))
        .filter(c -> tree.categoryLeft(node, c) && reaches(node, c))
        .mapToObj(feature.levels()::get)
        .toList();
  }

  private boolean reaches(int node, int level) {
    int feature = tree.feature(node);
    int child = node;
    for (int at = parents[node]; at >= 0; at = parents[at]) {
      if (tree.feature(at) == feature && tree.goesLeft(at, level) != (tree.left(at) == child)) {
        return false;
      }
      child = at;
    }
    return true;
  }

  /** What a leaf says: the likeliest class with its share, or the number. */
  String answer(int leaf) {
    return (label(leaf) + " " + share(leaf)).strip();
  }

  /** The likeliest class of a leaf, or its number. */
  String label(int leaf) {
    int best = classOf(leaf);
    return best < 0 ? number(tree.value(leaf, 0)) : classes.get(best);
  }

  /** The share of the likeliest class in a leaf; empty if leaves hold numbers. */
  String share(int leaf) {
    int best = classOf(leaf);
    if (best < 0) {
      return "";
    }
    double sum = IntStream.range(0, tree.width()).mapToDouble(c -> tree.value(leaf, c)).sum();
    return String.format(Locale.ROOT, "%.0f %%", 100 * tree.value(leaf, best) / sum);
  }

  /** The likeliest class of a leaf, or -1 if leaves hold numbers. */
  int classOf(int leaf) {
    if (tree.width() == 1 || tree.width() != classes.size()) {
      return -1;
    }
    int best = 0;
    for (int c = 1; c < tree.width(); c++) {
      best = tree.value(leaf, c) > tree.value(leaf, best) ? c : best;
    }
    return best;
  }

  /** At least five digits, whole numbers below a billion in full. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal exact = new BigDecimal(value);
    int digits = Math.max(DIGITS, exact.precision() - exact.scale());
    BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
    String plain = rounded.toPlainString();
    return plain.length() <= LONGEST_PLAIN_NUMBER
        ? plain
        : String.format(Locale.ROOT, "%.4e", value);
  }
}
