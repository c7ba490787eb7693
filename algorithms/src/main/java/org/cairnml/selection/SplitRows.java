package org.cairnml.selection;

import java.util.Arrays;
import java.util.Optional;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.data.Column;
import org.cairnml.data.Labels;
import org.cairnml.data.Table;

/** What a splitter may look at: how many rows there are, their classes and their groups. */
public final class SplitRows {

  private final int count;
  private final Optional<Labels> classes;
  private final Optional<int[]> groups;

  private SplitRows(int count, Optional<Labels> classes, Optional<int[]> groups) {
    this.count = count;
    this.classes = classes;
    this.groups = groups;
  }

  /** Rows of which nothing is known but their number. */
  public static SplitRows of(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("the number of rows is negative: " + count);
    }
    return new SplitRows(count, Optional.empty(), Optional.empty());
  }

  /** The rows of data, with their labels and groups where it has such. */
  public static SplitRows of(Dataset data) {
    return new SplitRows(
        data.rows(),
        data.hasLabels() ? Optional.of(data.labels()) : Optional.empty(),
        data.groups());
  }

  /** The rows of a table, without classes and groups. */
  public static SplitRows of(Table table) {
    return of(table.rows());
  }

  /**
   * The same rows with these classes.
   *
   * @throws DataException if there are more or fewer than rows
   */
  public SplitRows withClasses(Labels labels) {
    requireCount("classes", labels.size());
    return new SplitRows(count, Optional.of(labels), groups);
  }

  /**
   * The same rows, of which those with the same number belong together.
   *
   * @throws DataException if there are more or fewer numbers than rows
   */
  public SplitRows withGroups(int... numbers) {
    requireCount("groups", numbers.length);
    return new SplitRows(count, classes, Optional.of(numbers.clone()));
  }

  /**
   * The same rows, of which those with the same value in this column belong together.
   *
   * @throws DataException if the column has more or fewer rows, or a missing value
   */
  public SplitRows withGroups(Column column) {
    requireCount("column '" + column.name() + "'", column.size());
    return withGroups(complete(column, "group").codes());
  }

  /**
   * The same rows with the values of this column as classes.
   *
   * @throws DataException if the column has more or fewer rows, or a missing value
   */
  public SplitRows withClasses(Column column) {
    return withClasses(complete(column, "class"));
  }

  private static Labels complete(Column column, String what) {
    for (int i = 0; i < column.size(); i++) {
      if (column.isMissing(i)) {
        throw new DataException(
            "row %d, column '%s': the %s is missing; fill it in, or leave the row out"
                .formatted(i, column.name(), what));
      }
    }
    return Labels.of(column.toStrings());
  }

  /** Some of the rows, with their classes and groups. */
  SplitRows select(int[] rows) {
    return new SplitRows(
        rows.length,
        classes.map(c -> c.rows(rows)),
        groups.map(g -> Arrays.stream(rows).map(i -> g[i]).toArray()));
  }

  /** How many rows there are. */
  public int count() {
    return count;
  }

  /** The groups (a copy), if known. */
  public Optional<int[]> groups() {
    return groups.map(int[]::clone);
  }

  /** The classes, if known. */
  public Optional<Labels> classes() {
    return classes;
  }

  Labels requireClasses(String splitter) {
    return classes.orElseThrow(
        () ->
            new DataException(
                splitter
                    + " keeps the shares of classes, but the rows have no classes; use KFold or"
                    + " ShuffleSplit for numbers"));
  }

  int[] requireGroups(String splitter) {
    return groups.orElseThrow(
        () ->
            new DataException(
                splitter
                    + " keeps groups together, but the rows have no groups; add them by"
                    + " withGroups(...)"));
  }

  /** Refuses fewer rows than folds. */
  void requireAtLeast(int folds, String what) {
    if (count < folds) {
      throw new DataException(
          "%d rows cannot be divided into %d %s; take fewer".formatted(count, folds, what));
    }
  }

  private void requireCount(String what, int given) {
    if (given != count) {
      throw new DataException(what + ": " + given + " values for " + count + " rows");
    }
  }
}
