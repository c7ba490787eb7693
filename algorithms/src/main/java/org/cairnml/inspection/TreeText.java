package org.cairnml.inspection;

import java.util.List;
import org.cairnml.core.Schema;
import org.cairnml.tree.ClassificationTree;
import org.cairnml.tree.RegressionTree;
import org.cairnml.tree.Tree;

/** A tree as indented questions, for a person to read. */
public final class TreeText {

  private TreeText() {}

  /** A tree that classifies. */
  public static String of(ClassificationTree model) {
    return of(model.tree(), model.schema(), model.classes());
  }

  /** A tree that predicts a number. */
  public static String of(RegressionTree model) {
    return of(model.tree(), model.schema(), List.of());
  }

  /**
   * Any tree, such as one of a forest.
   *
   * @param classes the names of the numbers that a leaf holds, or empty
   */
  public static String of(Tree tree, Schema schema, List<String> classes) {
    var out = new StringBuilder();
    append(out, new TreeQuestions(tree, schema, classes), 0, "", "");
    return out.toString();
  }

  private static void append(
      StringBuilder out, TreeQuestions words, int node, String indent, String prefix) {
    Tree tree = words.tree();
    String rows = " (" + TreeQuestions.number(tree.cover(node)) + " rows)";
    if (tree.isLeaf(node)) {
      out.append(indent).append(prefix).append(words.answer(node)).append(rows).append('\n');
      return;
    }
    out.append(indent).append(prefix).append(words.question(node)).append("?").append(rows);
    out.append('\n');
    append(out, words, tree.left(node), indent + "  ", "yes: ");
    append(out, words, tree.right(node), indent + "  ", "no:  ");
  }
}
