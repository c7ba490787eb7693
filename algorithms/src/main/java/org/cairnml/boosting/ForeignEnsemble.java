package org.cairnml.boosting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.FormatException;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.tree.Tree;

/** The trees of another library's model, gathered by the output that they add to. */
final class ForeignEnsemble {
  // Two classes with a score each become one score, class 1 less class 0: the softmax of two
  // scores is the logistic function of their difference.

  private final Schema schema;
  private final int outputs;
  private final ClassLink link;
  private final List<List<Tree>> byOutput = new ArrayList<>();

  /**
   * An ensemble without trees.
   *
   * @param outputs how many scores the file has
   * @param link of these, if they are those of classes
   */
  ForeignEnsemble(Schema schema, int outputs, ClassLink link) {
    this.schema = schema;
    this.outputs = outputs;
    this.link = link;
    for (int k = 0; k < scores(); k++) {
      byOutput.add(new ArrayList<>());
    }
  }

  private boolean takesDifference() {
    return outputs == 2 && link == ClassLink.SOFTMAX;
  }

  private int scores() {
    return takesDifference() ? 1 : outputs;
  }

  /** Adds a tree to an output. */
  void add(int output, ForeignTree tree, double factor) {
    if (output < 0 || output >= outputs) {
      throw new FormatException("a tree belongs to output " + output + " of " + outputs);
    }
    if (takesDifference()) {
      byOutput.get(0).add(tree.build(output == 0 ? -factor : factor));
    } else {
      byOutput.get(output).add(tree.build(factor));
    }
  }

  /**
   * The model of a number.
   *
   * @param start the score without trees
   */
  RegressionBoosting regression(Link link, double start, String note) {
    return new RegressionBoosting(schema, link, ensemble(new double[] {start}), summary(note));
  }

  /**
   * The model of classes.
   *
   * @param count how many classes there are
   * @param names of the classes, or empty for the numbers from 0
   * @param start the scores without trees, one an output
   */
  ClassificationBoosting classification(
      int count, List<String> names, double[] start, String note) {
    if (!names.isEmpty() && (names.size() != count || new HashSet<>(names).size() != count)) {
      throw new IllegalArgumentException(
          "%s are not the names of the model's %d classes".formatted(names, count));
    }
    List<String> classes =
        names.isEmpty() ? IntStream.range(0, count).mapToObj(Integer::toString).toList() : names;
    double[] scores = takesDifference() ? new double[] {start[1] - start[0]} : start;
    return new ClassificationBoosting(schema, classes, link, ensemble(scores), summary(note));
  }

  private TreeEnsemble ensemble(double[] start) {
    int rounds = byOutput.get(0).size();
    List<Tree> trees = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (List<Tree> column : byOutput) {
        if (column.size() != rounds) {
          throw new FormatException("its classes have unequal numbers of trees");
        }
        trees.add(column.get(round));
      }
    }
    if (trees.isEmpty()) {
      throw new FormatException("it has no trees");
    }
    for (double score : start) {
      ForeignTree.finite(score, "the start score");
    }
    return new TreeEnsemble(trees, start, schema.width());
  }

  private FitSummary summary(String note) {
    return new FitSummary(byOutput.get(0).size(), true, Double.NaN, Duration.ZERO, note);
  }
}
