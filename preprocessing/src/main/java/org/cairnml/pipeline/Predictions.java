package org.cairnml.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairnml.base.DataException;
import org.cairnml.data.Column;
import org.cairnml.data.Labels;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;

/** What a model says of the rows of a table. Immutable. */
public final class Predictions {

  private final Labels labels;
  private final double[] numbers;
  private final Matrix probabilities;
  private final List<String> notes;

  private Predictions(Labels labels, double[] numbers, Matrix probabilities, List<String> notes) {
    this.labels = labels;
    this.numbers = numbers;
    this.probabilities = probabilities;
    this.notes = List.copyOf(notes);
  }

  static Predictions ofLabels(Labels labels, Matrix probabilities, List<String> notes) {
    return new Predictions(labels, null, probabilities, notes);
  }

  static Predictions ofNumbers(double[] numbers, List<String> notes) {
    return new Predictions(null, numbers, null, notes);
  }

  /** How many rows. */
  public int size() {
    return labels != null ? labels.size() : numbers.length;
  }

  /** Whether classes or numbers were predicted. */
  public Task task() {
    return labels != null ? Task.CLASSIFICATION : Task.REGRESSION;
  }

  /**
   * The predicted classes.
   *
   * @throws DataException if the model predicts numbers
   */
  public Labels labels() {
    if (labels == null) {
      throw new DataException("the model predicts numbers, not classes; ask for numbers()");
    }
    return labels;
  }

  /**
   * The predicted numbers (a copy).
   *
   * @throws DataException if the model predicts classes
   */
  public double[] numbers() {
    if (numbers == null) {
      throw new DataException("the model predicts classes, not numbers; ask for labels()");
    }
    return numbers.clone();
  }

  /** The probability of each class (n x k), columns as the classes, if the model knows them. */
  public Optional<Matrix> probabilities() {
    return Optional.ofNullable(probabilities).map(Matrix::copy);
  }

  /** What a user should know: columns that were ignored, categories that training did not have. */
  public List<String> notes() {
    return notes;
  }

  /** The column {@code prediction}, and {@code probability_<class>} where there are such. */
  public Table toTable() {
    List<Column> columns = new ArrayList<>();
    columns.add(
        labels == null
            ? Column.numeric("prediction", numbers)
            : Column.ofCodes("prediction", labels.codes(), labels.classes()));
    for (int c = 0; probabilities != null && c < probabilities.cols(); c++) {
      columns.add(
          Column.numeric(
              "probability_" + labels.classes().get(c), probabilities.column(c).toArray()));
    }
    return Table.of(columns);
  }

  @Override
  public String toString() {
    return "Predictions[" + size() + " rows, " + task().word() + "]";
  }
}
