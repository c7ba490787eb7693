package org.cairnml.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * How good a classification is, to print or to read value by value. Immutable.
 *
 * <p>A value that the data do not determine is {@code NaN} here, "undefined" in print and null in
 * JSON: the precision of a class that was never predicted, the ROC AUC where only one class is
 * present, and ROC AUC and log loss where no probabilities were given.
 */
public final class ClassificationReport implements Report {

  private final ConfusionMatrix confusion;
  private final Map<String, Double> metrics;

  private ClassificationReport(ConfusionMatrix confusion, double rocAuc, double logLoss) {
    this.confusion = confusion;
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("accuracy", confusion.accuracy());
    values.put("f1_macro", confusion.f1(Average.MACRO));
    values.put("roc_auc", rocAuc);
    values.put("log_loss", logLoss);
    this.metrics = Collections.unmodifiableMap(values);
  }

  /**
   * Of predicted classes alone.
   *
   * @throws org.cairnml.base.DataException if there are no rows, or not as many predictions
   */
  public static ClassificationReport of(Labels truth, Labels predicted) {
    return of(truth, predicted, Weights.ones(truth.size()));
  }

  /** The same with a weight for each row. */
  public static ClassificationReport of(Labels truth, Labels predicted, double[] weights) {
    return new ClassificationReport(
        ConfusionMatrix.of(truth, predicted, weights), Double.NaN, Double.NaN);
  }

  /**
   * Of predicted classes and their probabilities.
   *
   * @param probabilities (n x k), columns as {@code predicted.classes()}
   * @throws org.cairnml.base.DataException if rows differ in number, the truth has a class without
   *     probabilities, or a row of probabilities does not add up to 1
   */
  public static ClassificationReport of(Labels truth, Labels predicted, Matrix probabilities) {
    return of(truth, predicted, probabilities, Weights.ones(truth.size()));
  }

  /** The same with a weight for each row. */
  public static ClassificationReport of(
      Labels truth, Labels predicted, Matrix probabilities, double[] weights) {
    Labels known = truth.withClasses(predicted.classes());
    return new ClassificationReport(
        ConfusionMatrix.of(known, predicted, weights),
        RocAuc.of(known, probabilities, weights),
        ProbabilityScores.logLoss(known, probabilities, weights));
  }

  /** The counts behind the scores, and the scores of each class. */
  public ConfusionMatrix confusion() {
    return confusion;
  }

  /**
   * The metrics by name, in this order: accuracy, f1_macro, roc_auc (of several classes: one
   * against the rest, macro average), log_loss. An undefined one is {@code NaN}.
   */
  @Override
  public Map<String, Double> metrics() {
    return metrics;
  }

  /** {@link #metrics} as one JSON object; an undefined one is null. */
  @Override
  public String toJson() {
    return Json.of(metrics);
  }

  /** Scores of each class, their averages, the metrics, and the confusion matrix. */
  @Override
  public String toString() {
    return scores() + "\n" + summary() + "\n" + confusion;
  }

  private TextTable scores() {
    var table = new TextTable("class");
    List.of("precision", "recall", "f1", "rows").forEach(table::column);
    for (int c = 0; c < confusion.classes().size(); c++) {
      table.row(
          confusion.classes().get(c),
          cells(
              confusion.support(c), confusion.precision(c), confusion.recall(c), confusion.f1(c)));
    }
    for (Average average : List.of(Average.MACRO, Average.WEIGHTED)) {
      table.row(
          average == Average.MACRO ? "(macro average)" : "(weighted average)",
          cells(
              confusion.total(),
              confusion.precision(average),
              confusion.recall(average),
              confusion.f1(average)));
    }
    return table;
  }

  private static List<String> cells(double rows, double... scores) {
    List<String> cells = new ArrayList<>();
    for (double score : scores) {
      cells.add(TextTable.score(score));
    }
    cells.add(TextTable.amount(rows));
    return cells;
  }

  private TextTable summary() {
    var table = new TextTable("accuracy");
    table.column(TextTable.score(metrics.get("accuracy")));
    table.row("ROC AUC", List.of(TextTable.score(metrics.get("roc_auc"))));
    table.row("log loss", List.of(TextTable.score(metrics.get("log_loss"))));
    return table;
  }
}
