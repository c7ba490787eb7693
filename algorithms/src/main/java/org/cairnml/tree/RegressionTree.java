package org.cairnml.tree;

import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** One decision tree whose leaves hold a number. */
public final class RegressionTree implements RegressionModel, AdditiveTrees {

  private final Schema schema;
  private final Tree tree;
  private final FitSummary summary;

  RegressionTree(Schema schema, Tree tree, FitSummary summary) {
    this.schema = schema;
    this.tree = tree;
    this.summary = summary;
  }

  /** The tree. */
  public Tree tree() {
    return tree;
  }

  @Override
  public double predict(double[] row) {
    schema.check(row, Missing.ALLOWED);
    return tree.predict(row);
  }

  @Override
  public List<Tree> trees() {
    return List.of(tree);
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public FitSummary summary() {
    return summary;
  }

  @Override
  public String toString() {
    return "RegressionTree[" + tree + "]";
  }
}
