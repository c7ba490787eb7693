package org.cairnml.tree;

import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;

/** What the models of one decision tree share. */
public abstract sealed class SingleTree implements AdditiveTrees
    permits ClassificationTree, RegressionTree {

  private final Schema schema;
  private final Tree tree;
  private final FitSummary summary;

  SingleTree(Schema schema, Tree tree, FitSummary summary) {
    this.schema = schema;
    this.tree = tree;
    this.summary = summary;
  }

  /** The tree. */
  public final Tree tree() {
    return tree;
  }

  @Override
  public final List<Tree> trees() {
    return List.of(tree);
  }

  @Override
  public final int outputs() {
    return tree.width();
  }

  @Override
  public final Schema schema() {
    return schema;
  }

  @Override
  public final FitSummary summary() {
    return summary;
  }
}
