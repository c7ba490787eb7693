package org.cairnml.inspection;

import java.util.List;
import java.util.Locale;
import org.cairnml.core.Schema;
import org.cairnml.tree.ClassificationTree;
import org.cairnml.tree.RegressionTree;
import org.cairnml.tree.Tree;

/**
 * A tree as a picture in SVG: questions in boxes, answers in leaves coloured by class or by value,
 * links as thick as the share of rows that takes them.
 */
public final class TreeDrawing {
  // Leaves stand side by side in equal slots, an inner node in the middle above its two children.
  // Links end a little inside the boxes, which are drawn over them. Lines that are cut can be read
  // whole in the title that viewers show over a box.

  private static final int SLOT = 198;
  private static final int LEVEL = 122;
  private static final int BOX = 190;
  private static final int HEIGHT = 74;
  private static final int LINE = 16;
  private static final int MARGIN = 12;
  private static final int LONGEST = 27;
  private static final double THICKEST = 12;
  private static final int INSIDE = 6;
  private static final int WORD = 14;
  private static final String[] COLOURS = {
    "#9ecae1", "#fdae6b", "#a1d99b", "#bcbddc", "#fc9272", "#c7e9c0", "#dadaeb", "#fdd0a2"
  };

  private final TreeQuestions words;
  private final Tree tree;
  private final double[] x;
  private final int[] level;
  private final double lowest;
  private final double highest;
  private final StringBuilder links = new StringBuilder();
  private final StringBuilder boxes = new StringBuilder();
  private int slots;

  private TreeDrawing(TreeQuestions words) {
    this.words = words;
    this.tree = words.tree();
    this.x = new double[tree.nodes()];
    this.level = new int[tree.nodes()];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int node = 0; node < tree.nodes(); node++) {
      if (tree.isLeaf(node)) {
        low = Math.min(low, tree.value(node, 0));
        high = Math.max(high, tree.value(node, 0));
      }
    }
    lowest = low;
    highest = high;
  }

  /** A tree that classifies. */
  public static String svg(ClassificationTree model) {
    return svg(model.tree(), model.schema(), model.classes());
  }

  /** A tree that predicts a number. */
  public static String svg(RegressionTree model) {
    return svg(model.tree(), model.schema(), List.of());
  }

  /**
   * Any tree, such as one of a forest. Beyond a few dozen leaves the picture gets very wide.
   *
   * @param classes the names of the numbers that a leaf holds, or empty
   */
  public static String svg(Tree tree, Schema schema, List<String> classes) {
    return new TreeDrawing(new TreeQuestions(tree, schema, classes)).draw();
  }

  private String draw() {
    place(0, 0);
    for (int node = 0; node < tree.nodes(); node++) {
      if (!tree.isLeaf(node)) {
        link(node, tree.left(node), "yes");
        link(node, tree.right(node), "no");
      }
      box(node);
    }
    int width = slots * SLOT + 2 * MARGIN;
    int height = tree.depth() * LEVEL + HEIGHT + 2 * MARGIN;
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\""
                + " text-anchor=\"middle\">%n<rect width=\"100%%\" height=\"100%%\""
                + " fill=\"white\"/>%n",
            width,
            height,
            width,
            height)
        + links
        + boxes
        + "</svg>\n";
  }

  private void place(int node, int atLevel) {
    level[node] = atLevel;
    if (tree.isLeaf(node)) {
      x[node] = MARGIN + (slots++ + 0.5) * SLOT;
      return;
    }
    place(tree.left(node), atLevel + 1);
    place(tree.right(node), atLevel + 1);
    x[node] = (x[tree.left(node)] + x[tree.right(node)]) / 2;
  }

  private double y(int node) {
    return MARGIN + level[node] * LEVEL;
  }

  private void link(int from, int to, String word) {
    double share = tree.cover(0) > 0 ? tree.cover(to) / tree.cover(0) : 0;
    double thickness = 1 + THICKEST * share;
    links.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#bbb\" stroke-width=\"%.1f\"/>%n",
            x[from],
            y(from) + HEIGHT - INSIDE,
            x[to],
            y(to) + INSIDE,
            thickness));
    double side = Math.signum(x[to] - x[from]);
    text(
        (x[from] + x[to]) / 2 + side * (WORD + thickness / 2),
        (y(from) + HEIGHT + y(to)) / 2 - thickness / 2,
        word,
        "#555");
  }

  private void box(int node) {
    boolean leaf = tree.isLeaf(node);
    boxes.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\""
                + " stroke=\"#666\"><title>%s</title></rect>%n",
            x[node] - BOX / 2.0,
            y(node),
            BOX,
            HEIGHT,
            leaf ? 14 : 3,
            leaf ? colour(node) : "#f7f7f7",
            escaped(leaf ? words.answer(node) : words.question(node) + "?")));
    List<String> lines =
        leaf
            ? List.of(words.label(node), words.share(node))
            : List.of(words.name(node), words.condition(node), words.orMissing(node));
    lines = lines.stream().filter(line -> !line.isEmpty()).toList();
    double at = y(node) + (HEIGHT - lines.size() * LINE) / 2.0 + 4;
    for (String line : lines) {
      text(x[node], at, shorten(line), "#111");
      at += LINE;
    }
    text(x[node], at, TreeQuestions.number(tree.cover(node)) + " rows", "#555");
  }

  private String colour(int leaf) {
    int c = words.classOf(leaf);
    if (c >= 0) {
      return COLOURS[c % COLOURS.length];
    }
    double share = highest > lowest ? (tree.value(leaf, 0) - lowest) / (highest - lowest) : 0.5;
    long fade = Math.round(245 - 110 * share);
    return String.format(Locale.ROOT, "rgb(%d,%d,250)", fade, fade);
  }

  private void text(double x, double y, String line, String colour) {
    boxes.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\" pointer-events=\"none\">%s</text>%n",
            x,
            y,
            colour,
            escaped(line)));
  }

  private static String escaped(String line) {
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String shorten(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "\u2026";
  }
}
