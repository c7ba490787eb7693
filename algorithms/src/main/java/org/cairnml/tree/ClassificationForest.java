package org.cairnml.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/** Many decision trees; the probability of a class is the mean of what the trees say. */
public final class ClassificationForest implements ProbabilityModel, AdditiveTrees {

  private final Schema schema;
  private final List<String> classes;
  private final List<Tree> trees;
  private final FitSummary summary;
  private final OutOfBag outOfBag;
  private final ForestScorer scorer;

  ClassificationForest(
      Schema schema,
      List<String> classes,
      List<Tree> trees,
      FitSummary summary,
      OutOfBag outOfBag) {
    this.schema = schema;
    this.classes = List.copyOf(classes);
    this.trees = List.copyOf(trees);
    this.summary = summary;
    this.outOfBag = outOfBag;
    this.scorer = new ForestScorer(this.trees, this.classes.size());
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
   * The share of training rows, of those that some tree has not seen, whose class is predicted
   * right by the trees that have not seen them; empty unless the learner was told to find it.
   */
  public Optional<Double> outOfBagScore() {
    return Optional.ofNullable(outOfBag).map(OutOfBag::score);
  }

  /**
   * The probabilities (n x k) of the training rows by the trees that have not seen them, NaN where
   * all have; empty unless the learner was told to find it, and after loading from a file.
   */
  public Optional<Matrix> outOfBagProbabilities() {
    return Optional.ofNullable(outOfBag).map(OutOfBag::predictions);
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public Matrix probabilities(Matrix x) {
    schema.check(x, Missing.ALLOWED);
    double[] all = new double[x.rows() * classes.size()];
    scorer.addTo(x, all, Workers.standard());
    for (int i = 0; i < all.length; i++) {
      all[i] /= trees.size();
    }
    return Matrix.wrap(all, x.rows(), classes.size());
  }

  @Override
  public Labels predict(Matrix x) {
    Matrix p = probabilities(x);
    int[] codes = new int[x.rows()];
    for (int i = 0; i < codes.length; i++) {
      for (int c = 1; c < p.cols(); c++) {
        codes[i] = p.get(i, c) > p.get(i, codes[i]) ? c : codes[i];
      }
    }
    return Labels.ofCodes(codes, classes);
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    schema.check(row, Missing.ALLOWED);
    Arrays.fill(out, 0);
    scorer.addTo(row, out);
    for (int c = 0; c < out.length; c++) {
      out[c] /= trees.size();
    }
  }

  /** Refuses data with other columns or classes. */
  void requireFittedOn(Dataset data) {
    if (!data.schema().equals(schema)) {
      throw new DataException(
          "the forest was fitted on the columns " + schema.names() + ", the data have others");
    }
    if (!data.labels().classes().equals(classes)) {
      throw new DataException(
          "the forest knows the classes " + classes + ", the data " + data.labels().classes());
    }
  }

  @Override
  public int outputs() {
    return classes.size();
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
  public Schema schema() {
    return schema;
  }

  @Override
  public FitSummary summary() {
    return summary;
  }

  @Override
  public String toString() {
    return "ClassificationForest["
        + classes.size()
        + " classes, "
        + trees.size()
        + " trees, "
        + trees.stream().mapToInt(Tree::leaves).sum()
        + " leaves]";
  }
}
