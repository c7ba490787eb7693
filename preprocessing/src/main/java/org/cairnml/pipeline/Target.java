package org.cairnml.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.data.Column;
import org.cairnml.data.Labels;
import org.cairnml.data.Table;

/** Reads the target of a table. */
final class Target {

  private static final int MANY_CLASSES = 100;
  private static final int ROWS_PER_CLASS = 5;

  private Target() {}

  /** The rows that have a target value. */
  static int[] rows(Table table, String target) {
    Column column = table.column(target);
    return IntStream.range(0, table.rows()).filter(i -> !column.isMissing(i)).toArray();
  }

  /**
   * Adds the target of a training table without missing ones to its features.
   *
   * @throws DataException if the learner cannot learn it
   */
  static Dataset addForTraining(Dataset data, Table table, String target, Task task) {
    Column column = table.column(target);
    if (task == Task.REGRESSION) {
      return data.withTarget(numbers(table, target));
    }
    Task.of(column);
    Labels labels = Labels.of(column.toStrings());
    int classes = labels.classes().size();
    if (classes < 2) {
      throw new DataException(
          "the target '"
              + column.name()
              + "' is '"
              + labels.get(0)
              + "' in all "
              + labels.size()
              + " training rows; a classifier needs at least two classes");
    }
    if (column.kind() == Column.Kind.NUMERIC
        && classes > MANY_CLASSES
        && classes > labels.size() / ROWS_PER_CLASS) {
      throw new DataException(
          "the target '"
              + column.name()
              + "' has "
              + classes
              + " different numbers in "
              + labels.size()
              + " rows, too many to be classes; take a regressor");
    }
    return data.withLabels(labels);
  }

  /**
   * The target as labels with the classes of training.
   *
   * @throws DataException that names the row of an unknown class
   */
  static Labels labels(Table table, String target, List<String> classes) {
    Column column = table.column(target);
    List<String> names = new ArrayList<>(column.toStrings());
    for (int i = 0; i < names.size(); i++) {
      if (!classes.contains(names.get(i))) {
        throw new DataException(
            "%s, column '%s': the class '%s' did not occur in training, where the classes were %s; leave such rows out"
                .formatted(table.place(i), column.name(), names.get(i), classes));
      }
    }
    return Labels.of(names, classes);
  }

  /**
   * The target as numbers.
   *
   * @throws DataException that names the row of a value that is no finite number
   */
  static double[] numbers(Table table, String target) {
    Column column = table.column(target);
    Input input = new NumberInput(column.name());
    double[] numbers = new double[column.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!input.encode(column, i, numbers, i)) {
        throw new DataException(
            "%s, column '%s': the target is '%s', a regressor needs finite numbers; take a classifier, or correct the value"
                .formatted(table.place(i), column.name(), column.string(i)));
      }
    }
    return numbers;
  }

  /** How many rows of a table lack the target, as a note; nothing if none. */
  static List<String> note(Table table, int[] rows, String target) {
    int missing = table.rows() - rows.length;
    return missing == 0
        ? List.of()
        : List.of("left out " + missing + " rows without a value of '" + target + "'");
  }

  /** The same rows of a table, itself if all. */
  static Table select(Table table, int[] rows) {
    return rows.length == table.rows() ? table : table.rows(rows);
  }
}
