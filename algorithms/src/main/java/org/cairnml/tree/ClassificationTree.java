package org.cairnml.tree;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** One decision tree whose leaves hold the shares of the classes. */
public final class ClassificationTree extends SingleTree implements ProbabilityModel {

  private final List<String> classes;

  ClassificationTree(Schema schema, List<String> classes, Tree tree, FitSummary summary) {
    super(schema, tree, summary);
    this.classes = List.copyOf(classes);
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    schema().check(row, Missing.ALLOWED);
    Arrays.fill(out, 0);
    tree().addTo(row, out);
  }

  @Override
  public int predictCode(double[] row) {
    schema().check(row, Missing.ALLOWED);
    int leaf = tree().leaf(row);
    int best = 0;
    for (int c = 1; c < tree().width(); c++) {
      if (tree().value(leaf, c) > tree().value(leaf, best)) {
        best = c;
      }
    }
    return best;
  }

  @Override
  public String toString() {
    return "ClassificationTree[" + classes.size() + " classes, " + tree() + "]";
  }
}
