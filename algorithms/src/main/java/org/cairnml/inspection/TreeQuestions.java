package org.cairnml.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.tree.Tree;

/** The questions and answers of a tree in words. */
record TreeQuestions(Tree tree, Schema schema, List<String> classes) {

  private static final int SHOWN_LEVELS = 4;

  /** What an inner node asks; yes is left. */
  String question(int node) {
    return name(node) + " " + condition(node);
  }

  /** The feature that an inner node asks about. */
  String name(int node) {
    return schema.name(tree.feature(node));
  }

  /** What an inner node asks of its feature. */
  String condition(int node) {
    Feature feature = schema.get(tree.feature(node));
    String missing = tree.missingLeft(node) ? " or missing" : "";
    if (!tree.isCategorical(node)) {
      return "<= " + number(tree.threshold(node)) + missing;
    }
    List<String> in = new ArrayList<>();
    for (int c = 0; c < tree.categories(node); c++) {
      if (tree.categoryLeft(node, c)) {
        in.add(feature.levels().get(c));
      }
    }
    String more = in.size() > SHOWN_LEVELS ? ", and " + (in.size() - SHOWN_LEVELS) + " more" : "";
    return "in ["
        + String.join(", ", in.subList(0, Math.min(in.size(), SHOWN_LEVELS)))
        + more
        + "]"
        + missing;
  }

  /** What a leaf says: the likeliest class with its share, or the number. */
  String answer(int leaf) {
    if (tree.width() == 1 || tree.width() != classes.size()) {
      return number(tree.value(leaf, 0));
    }
    int best = 0;
    double sum = 0;
    for (int c = 0; c < tree.width(); c++) {
      sum += tree.value(leaf, c);
      best = tree.value(leaf, c) > tree.value(leaf, best) ? c : best;
    }
    return classes.get(best)
        + String.format(Locale.ROOT, " %.0f %%", 100 * tree.value(leaf, best) / sum);
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

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.5g", value);
  }
}
