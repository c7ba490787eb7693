package org.cairnml.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Learners;
import org.cairnml.core.Model;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.core.TransformModel;
import org.cairnml.data.Column;
import org.cairnml.data.Labels;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;
import org.cairnml.metrics.ClassificationReport;
import org.cairnml.metrics.RegressionReport;
import org.cairnml.metrics.Report;

/**
 * A fitted pipeline: scores tables, and rows given as a map or an array. Immutable and safe for use
 * by any number of threads.
 *
 * <p>A table to score needs the columns of training, in any order; the target may be absent.
 * Columns that training did not have are ignored, and categories that it did not have are passed to
 * the steps as unseen; the notes of the predictions tell of both. A column that is missing, or
 * holds texts where training had numbers, is an error that names it.
 */
public final class PipelineModel implements Model {

  private static final int BLOCK_ROWS = 16_384;

  private final String target;
  private final Chain chain;
  private final Model model;
  private final List<String> notes;
  private final List<String> unused;
  private final String learner;

  PipelineModel(
      String target,
      Chain chain,
      Model model,
      List<String> notes,
      List<String> unused,
      String learner) {
    this.target = target;
    this.chain = chain;
    this.model = model;
    this.notes = List.copyOf(notes);
    this.unused = List.copyOf(unused);
    this.learner = learner;
  }

  /** What is predicted: classes or numbers. */
  public Task task() {
    return model instanceof ClassificationModel ? Task.CLASSIFICATION : Task.REGRESSION;
  }

  /** The name of the target column. */
  public String target() {
    return target;
  }

  /** The names of the classes, sorted as {@link Labels} sorts them; empty for a regression. */
  public List<String> classes() {
    return model instanceof ClassificationModel c ? c.classes() : List.of();
  }

  /** The columns that a table to score must have, with their kinds in training. */
  public Map<String, Column.Kind> inputs() {
    return chain.inputs().kinds();
  }

  /** The fitted steps, in their order. */
  public List<TransformModel> steps() {
    return chain.steps().stream().map(FittedStep::model).toList();
  }

  /** The model that the learner made; its schema has the names of the features. */
  public Model model() {
    return model;
  }

  /** What a user should know of the fit: columns and rows left out, and why. */
  public List<String> notes() {
    return notes;
  }

  /** For the codec. */
  Chain chain() {
    return chain;
  }

  /** For the codec. */
  List<String> unused() {
    return unused;
  }

  /** The name of the learner, as {@link Learners#name} gives it: {@code random-forest}. */
  public String learnerName() {
    return Learners.nameOfClass(learner.replaceFirst("\\[.*", ""));
  }

  /** For the codec. */
  String learner() {
    return learner;
  }

  /** The features before the first step. */
  @Override
  public Schema schema() {
    return chain.inputs().schema();
  }

  /** How the fit of the learner went. */
  @Override
  public FitSummary summary() {
    return model.summary();
  }

  /**
   * {@link #features} as a dense matrix (n x d, as the schema of the model).
   *
   * @throws org.cairnml.base.DataException if it would take more than a quarter of the heap
   */
  public Matrix transform(Table table) {
    return features(table).dense().x();
  }

  /**
   * The features of a table as the learner sees them: sparse if the learner uses that and they are
   * many.
   */
  public Dataset features(Table table) {
    return chain.transform(table, Workers.standard(), new ArrayList<>());
  }

  /**
   * Scores all rows of a table.
   *
   * @throws org.cairnml.base.DataException if a column is missing or a value is not usable, with
   *     the place
   */
  public Predictions predict(Table table) {
    List<String> found = new ArrayList<>();
    List<String> extra = new ArrayList<>(table.names());
    extra.removeAll(inputs().keySet());
    extra.removeAll(unused);
    if (!extra.isEmpty()) {
      found.add("ignored columns that training did not have: " + extra);
    }
    Dataset encoded = chain.encode(table, Workers.standard(), found);
    return model instanceof ClassificationModel c
        ? classes(c, table, encoded, found)
        : numbers((RegressionModel) model, table, encoded, found);
  }

  private Predictions classes(
      ClassificationModel classifier, Table table, Dataset encoded, List<String> found) {
    int k = classifier.classes().size();
    int[] codes = new int[encoded.rows()];
    if (!(classifier instanceof ProbabilityModel p)) {
      forBlocks(
          table,
          encoded,
          (from, x) -> {
            Labels labels =
                x.isSparse() ? classifier.predict(x.sparse()) : classifier.predict(x.x());
            System.arraycopy(labels.codes(), 0, codes, from, x.rows());
          });
      return Predictions.ofLabels(Labels.ofCodes(codes, classifier.classes()), null, found);
    }
    Matrix all = Matrix.zeros(encoded.rows(), k);
    double[] row = new double[k];
    forBlocks(
        table,
        encoded,
        (from, x) -> {
          Matrix block = x.isSparse() ? p.probabilities(x.sparse()) : p.probabilities(x.x());
          for (int i = 0; i < x.rows(); i++) {
            block.rowInto(i, row);
            codes[from + i] = RowScorer.likeliest(row);
            System.arraycopy(row, 0, all.data(), (from + i) * k, k);
          }
        });
    return Predictions.ofLabels(Labels.ofCodes(codes, classifier.classes()), all, found);
  }

  private Predictions numbers(
      RegressionModel regression, Table table, Dataset encoded, List<String> found) {
    double[] numbers = new double[encoded.rows()];
    forBlocks(
        table,
        encoded,
        (from, x) -> {
          Vector block = x.isSparse() ? regression.predict(x.sparse()) : regression.predict(x.x());
          System.arraycopy(block.toArray(), 0, numbers, from, x.rows());
        });
    return Predictions.ofNumbers(numbers, found);
  }

  /** A block of transformed rows, from a row on. */
  @FunctionalInterface
  private interface Block {
    void accept(int from, Dataset x);
  }

  /** One block after another, so that wide features of a long table need not exist at once. */
  private void forBlocks(Table table, Dataset encoded, Block block) {
    for (int from = 0; from < encoded.rows(); from += BLOCK_ROWS) {
      int first = from;
      int to = Math.min(encoded.rows(), from + BLOCK_ROWS);
      boolean all = encoded.rows() <= BLOCK_ROWS;
      Dataset rows = all ? encoded : encoded.rows(IntStream.range(from, to).toArray());
      try {
        block.accept(from, chain.transform(rows, Workers.standard()));
      } catch (DataException e) {
        throw e.placed(row -> table.place(first + row));
      }
    }
  }

  /**
   * Scores a row given by column name; null is missing, other names are ignored.
   *
   * @throws org.cairnml.base.DataException if a column is absent or a value is not usable, with the
   *     column's name
   */
  public Prediction predict(Map<String, ?> row) {
    return scorer().score(row).prediction();
  }

  /**
   * Scores a row given in the order of {@link #inputs}; null is missing.
   *
   * @throws org.cairnml.base.DataException if there are more or fewer values, or one is not usable
   */
  public Prediction predict(Object... row) {
    return scorer().score(row).prediction();
  }

  /** A scorer of rows with buffers of its own, for one thread: the fastest way row by row. */
  public RowScorer scorer() {
    return new RowScorer(chain, model);
  }

  /**
   * Compares predictions with the target column of a table; rows without a target are left out.
   *
   * @throws org.cairnml.base.DataException as {@link #predict(Table)}, and if the target is absent
   *     or has a class that training did not have
   */
  public Report evaluate(Table table) {
    Table known = Target.select(table, Target.rows(table, target));
    if (known.rows() == 0) {
      throw new DataException(
          table.rows() == 0
              ? "the table has no rows to compare predictions with"
              : "the target '" + target + "' has no value in any row to compare with; fill it in");
    }
    if (task() == Task.REGRESSION) {
      double[] numbers = Target.numbers(known, target);
      return RegressionReport.of(numbers, predict(known).numbers());
    }
    Labels labels = Target.labels(known, target, classes());
    Predictions predictions = predict(known);
    return predictions
        .probabilities()
        .map(p -> ClassificationReport.of(labels, predictions.labels(), p))
        .orElseGet(() -> ClassificationReport.of(labels, predictions.labels()));
  }

  /** The steps with the number of columns that each makes, the learner, and the notes. */
  public String describe() {
    var text = new StringBuilder("pipeline for '" + target + "' (" + task().word());
    text.append(classes().isEmpty() ? ")" : " of " + String.join(", ", classes()) + ")");
    text.append("\n  ").append(chain.inputs().size()).append(" columns to ");
    text.append(chain.inputs().schema().width()).append(" features");
    int width = chain.inputs().schema().width();
    for (FittedStep step : chain.steps()) {
      text.append("\n  ").append(step.model().getClass().getSimpleName()).append(": ");
      text.append(width).append(" to ").append(step.output().width());
      width = step.output().width();
    }
    text.append("\n  ").append(learner);
    notes.forEach(note -> text.append("\nnote: ").append(note));
    return text.toString();
  }

  @Override
  public String toString() {
    return "PipelineModel['"
        + target
        + "' from "
        + chain.inputs().size()
        + " columns by "
        + learner
        + "]";
  }
}
