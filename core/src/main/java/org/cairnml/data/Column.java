package org.cairnml.data;

import java.util.Arrays;
import java.util.List;
import org.cairnml.base.DataException;

/**
 * A named column of a {@link Table}: n values of one kind, some of which may be missing. Immutable.
 *
 * <p>Whatever the kind, a row can be asked for as a text ({@link #string}) or as an object ({@link
 * #value}); both are null where the value is missing. Numbers come from {@link #number} and {@link
 * #toDoubles}, which numeric and boolean columns have.
 */
public sealed interface Column
    permits NumericColumn, CategoryColumn, TextColumn, BooleanColumn, TimeColumn {

  /** What a column holds. */
  enum Kind {
    /** Doubles; NaN is missing. */
    NUMERIC,
    /** One of a list of levels. */
    CATEGORY,
    /** Free text. */
    TEXT,
    /** True or false. */
    BOOLEAN,
    /** Dates, date-times or instants. */
    TIME
  }

  /** A column of numbers (copied); NaN is missing. */
  static NumericColumn numeric(String name, double... values) {
    return new NumericColumn(name, values.clone());
  }

  /** A column of whole numbers. */
  static NumericColumn numeric(String name, int... values) {
    return new NumericColumn(name, Arrays.stream(values).asDoubleStream().toArray());
  }

  /** A column of levels, given by name; null is missing. The levels are sorted as classes are. */
  static CategoryColumn category(String name, String... values) {
    return category(name, Arrays.asList(values));
  }

  /** A column of levels, given by name; null is missing. The levels are sorted as classes are. */
  static CategoryColumn category(String name, List<String> values) {
    return CategoryColumn.of(name, values, Labels.sortedClasses(values));
  }

  /**
   * A column of given levels; null is missing.
   *
   * @throws DataException if a value is not among the levels
   */
  static CategoryColumn category(String name, List<String> values, List<String> levels) {
    return CategoryColumn.of(name, values, levels);
  }

  /**
   * A column of levels, given by index; -1 is missing (copied).
   *
   * @throws DataException if a code is no index of a level
   */
  static CategoryColumn ofCodes(String name, int[] codes, List<String> levels) {
    return CategoryColumn.ofCodes(name, codes.clone(), levels);
  }

  /** A column of texts; null is missing. */
  static TextColumn text(String name, String... values) {
    return new TextColumn(name, values.clone());
  }

  /** A column of texts; null is missing. */
  static TextColumn text(String name, List<String> values) {
    return new TextColumn(name, values.toArray(String[]::new));
  }

  /** A column of truth values; null is missing. */
  static BooleanColumn bool(String name, Boolean... values) {
    return BooleanColumn.of(name, values);
  }

  /**
   * A column of times: {@link java.time.LocalDate}, {@link java.time.LocalDateTime} or {@link
   * java.time.Instant}, all of one class; null is missing.
   */
  static TimeColumn time(String name, List<?> values) {
    return TimeColumn.of(name, values);
  }

  /** Its name. */
  String name();

  /** What it holds. */
  Kind kind();

  /** n. */
  int size();

  /** Whether row {@code row} has no value. */
  boolean isMissing(int row);

  /** The value of a row as a text, as it would stand in a file; null if missing. */
  String string(int row);

  /**
   * The value of a row as a Double, String, Boolean, LocalDate, LocalDateTime or Instant; null if
   * missing.
   */
  Object value(int row);

  /** The same values under another name. */
  Column withName(String name);

  /** The values of the given rows; a row may be taken more than once. */
  Column rows(int... rows);

  /**
   * The value of a row as a number: true is 1, false is 0, missing is NaN.
   *
   * @throws DataException if the column is neither numeric nor boolean
   */
  default double number(int row) {
    throw notNumeric();
  }

  /**
   * All values as numbers (a copy): true is 1, false is 0, missing is NaN.
   *
   * @throws DataException if the column is neither numeric nor boolean
   */
  default double[] toDoubles() {
    throw notNumeric();
  }

  /**
   * The values as labels for a classifier.
   *
   * @throws DataException if one is missing, or the column holds times
   */
  default Labels toLabels() {
    for (int i = 0; i < size(); i++) {
      if (isMissing(i)) {
        throw new DataException(
            "column '" + name() + "', row " + i + ": the label is missing; remove such rows");
      }
    }
    return Labels.of(toStrings());
  }

  /** All values as texts, null where missing. */
  default List<String> toStrings() {
    String[] strings = new String[size()];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = string(i);
    }
    return Arrays.asList(strings);
  }

  /** How many values are missing. */
  default int missing() {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      if (isMissing(i)) {
        count++;
      }
    }
    return count;
  }

  private DataException notNumeric() {
    return new DataException(
        "column '"
            + name()
            + "' holds "
            + kind().name().toLowerCase(java.util.Locale.ROOT)
            + " values, numbers are needed; encode it or leave it out");
  }
}
