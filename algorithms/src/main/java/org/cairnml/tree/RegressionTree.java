package org.cairnml.tree;

import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** One decision tree whose leaves hold a number. */
public final class RegressionTree extends SingleTree implements RegressionModel {

  RegressionTree(Schema schema, Tree tree, FitSummary summary) {
    super(schema, tree, summary);
  }

  @Override
  public double predict(double[] row) {
    schema().check(row, Missing.ALLOWED);
    return tree().predict(row);
  }

  @Override
  public String toString() {
    return "RegressionTree[" + tree() + "]";
  }
}
