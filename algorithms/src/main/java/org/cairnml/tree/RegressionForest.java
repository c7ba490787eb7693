package org.cairnml.tree;

import java.util.List;
import java.util.Optional;
import org.cairnml.core.FitSummary;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/** Many decision trees; the prediction is the mean of theirs. */
public final class RegressionForest extends Forest implements RegressionModel {

  RegressionForest(Schema schema, List<Tree> trees, FitSummary summary, OutOfBag outOfBag) {
    super(schema, 1, trees, summary, outOfBag);
  }

  /**
   * The predictions (n) of the training rows by the trees that have not seen them, NaN where all
   * have; empty unless the learner was told to find it, and after loading from a file.
   */
  public Optional<Vector> outOfBagPredictions() {
    return outOfBagOutputs().map(p -> p.column(0));
  }

  @Override
  public double predict(double[] row) {
    schema().check(row, Missing.ALLOWED);
    return scorer().sum(row) / trees().size();
  }

  @Override
  public Vector predict(Matrix x) {
    return Vector.wrap(means(x));
  }

  @Override
  public String toString() {
    return "RegressionForest[" + size() + "]";
  }
}
