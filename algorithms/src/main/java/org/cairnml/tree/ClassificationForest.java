package org.cairnml.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/** Many decision trees; the probability of a class is the mean of what the trees say. */
public final class ClassificationForest extends Forest implements ProbabilityModel {

  private final List<String> classes;

  ClassificationForest(
      Schema schema,
      List<String> classes,
      List<Tree> trees,
      FitSummary summary,
      OutOfBag outOfBag) {
    super(schema, classes.size(), trees, summary, outOfBag);
    this.classes = List.copyOf(classes);
  }

  /**
   * The probabilities (n x k) of the training rows by the trees that have not seen them, NaN where
   * all have; empty unless the learner was told to find it, and after loading from a file.
   */
  public Optional<Matrix> outOfBagProbabilities() {
    return outOfBagOutputs();
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public Matrix probabilities(Matrix x) {
    return Matrix.wrap(means(x), x.rows(), classes.size());
  }

  @Override
  public Labels predict(Matrix x) {
    return Labels.ofLikeliest(probabilities(x), classes);
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    schema().check(row, Missing.ALLOWED);
    Arrays.fill(out, 0);
    scorer().addTo(row, out);
    for (int c = 0; c < out.length; c++) {
      out[c] /= trees().size();
    }
  }

  /** Refuses data with other columns or classes. */
  @Override
  void requireFittedOn(Dataset data) {
    super.requireFittedOn(data);
    if (!data.labels().classes().equals(classes)) {
      throw new DataException(
          "the forest knows the classes " + classes + ", the data " + data.labels().classes());
    }
  }

  @Override
  public String toString() {
    return "ClassificationForest[" + classes.size() + " classes, " + size() + "]";
  }
}
