package org.cairnml.tree;

import java.util.List;
import java.util.Optional;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/** Many decision trees; the prediction is the mean of theirs. */
public final class RegressionForest implements RegressionModel, AdditiveTrees {

  private final Schema schema;
  private final List<Tree> trees;
  private final FitSummary summary;
  private final OutOfBag outOfBag;
  private final ForestScorer scorer;

  RegressionForest(Schema schema, List<Tree> trees, FitSummary summary, OutOfBag outOfBag) {
    this.schema = schema;
    this.trees = List.copyOf(trees);
    this.summary = summary;
    this.outOfBag = outOfBag;
    this.scorer = new ForestScorer(this.trees, 1);
  }

  @Override
  public List<Tree> trees() {
    return trees;
  }

  /** How much each feature matters, by the kind of count asked for; adds up to 1, or 0 (d). */
  public double[] importances(Importance kind) {
    return kind.of(trees, schema.width());
  }

  /**
   * R squared of the training rows, of those that some tree has not seen, as predicted by the trees
   * that have not seen them; empty unless the learner was told to find it.
   */
  public Optional<Double> outOfBagScore() {
    return Optional.ofNullable(outOfBag).map(OutOfBag::score);
  }

  /**
   * The predictions (n) of the training rows by the trees that have not seen them, NaN where all
   * have; empty unless the learner was told to find it, and after loading from a file.
   */
  public Optional<Vector> outOfBagPredictions() {
    return Optional.ofNullable(outOfBag).map(OutOfBag::predictions).map(p -> p.column(0));
  }

  @Override
  public double predict(double[] row) {
    schema.check(row, Missing.ALLOWED);
    return scorer.sum(row) / trees.size();
  }

  /** Refuses data with other columns. */
  void requireFittedOn(Dataset data) {
    if (!data.schema().equals(schema)) {
      throw new DataException(
          "the forest was fitted on the columns " + schema.names() + ", the data have others");
    }
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public int outputOf(int t) {
    return EVERY_OUTPUT;
  }

  @Override
  public double scale() {
    return 1.0 / trees.size();
  }

  @Override
  public double base(int o) {
    return 0;
  }

  @Override
  public Vector predict(Matrix x) {
    schema.check(x, Missing.ALLOWED);
    double[] all = new double[x.rows()];
    scorer.addTo(x, all, Workers.standard());
    for (int i = 0; i < all.length; i++) {
      all[i] /= trees.size();
    }
    return Vector.wrap(all);
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
    return "RegressionForest["
        + trees.size()
        + " trees, "
        + trees.stream().mapToInt(Tree::leaves).sum()
        + " leaves]";
  }
}
