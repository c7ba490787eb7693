package org.cairnml.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Matrix;

/**
 * Named columns of equal length. Immutable; what derives a table shares columns where it can.
 *
 * <p>A table holds data on their way to a learner. Joins and groupings are the business of a
 * database; see {@code Jdbc}.
 */
public final class Table implements Iterable<Column> {

  /** Two parts of a table, each in the table's order. */
  public record Split(Table train, Table test) {}

  private final Map<String, Column> columns;
  private final int rows;
  private final Lines lines;

  private Table(Map<String, Column> columns, int rows, Lines lines) {
    this.columns = columns;
    this.rows = rows;
    this.lines = lines;
  }

  /**
   * The table of these columns.
   *
   * @throws DataException if two have the same name or they differ in length
   */
  public static Table of(Column... columns) {
    return of(Arrays.asList(columns));
  }

  /**
   * The table of these columns.
   *
   * @throws DataException if two have the same name or they differ in length
   */
  public static Table of(Collection<? extends Column> columns) {
    Map<String, Column> byName = new LinkedHashMap<>();
    int rows = -1;
    String first = null;
    for (Column column : columns) {
      if (byName.put(column.name(), column) != null) {
        throw new DataException(
            "two columns have the name '" + column.name() + "'; rename or drop one");
      }
      if (rows >= 0 && column.size() != rows) {
        throw new DataException(
            "column '"
                + column.name()
                + "' has "
                + column.size()
                + " rows, column '"
                + first
                + "' has "
                + rows);
      }
      rows = column.size();
      first = first == null ? column.name() : first;
    }
    return new Table(byName, Math.max(rows, 0), null);
  }

  /**
   * The table of these lists by column name. Numbers make a numeric column, Booleans a boolean one,
   * classes of {@code java.time} and dates a time column, everything else a category or, by the
   * rule of {@link CsvOptions}, text. Null and NaN are missing.
   *
   * @throws DataException if a list mixes kinds or the lists differ in length
   */
  public static Table ofColumns(Map<String, ? extends List<?>> columns) {
    return ObjectColumns.ofColumns(columns);
  }

  /** The table of these rows, maps by column name; an absent name is a missing value. */
  public static Table ofRows(Collection<? extends Map<String, ?>> rows) {
    return ObjectColumns.ofRows(rows);
  }

  /** The table of these records, all of one class, one column a component. */
  public static Table ofRecords(Collection<? extends Record> records) {
    return ObjectColumns.ofRecords(records);
  }

  /** The table of these objects, one column a public getter of the class, sorted by name. */
  public static <T> Table ofBeans(Class<T> type, Collection<? extends T> beans) {
    return ObjectColumns.ofBeans(type, beans);
  }

  /** How many rows. */
  public int rows() {
    return rows;
  }

  /** How many columns. */
  public int width() {
    return columns.size();
  }

  /** The names of the columns, in order. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** The columns, in order. */
  public List<Column> columns() {
    return List.copyOf(columns.values());
  }

  @Override
  public Iterator<Column> iterator() {
    return columns().iterator();
  }

  /** Whether there is a column of this name. */
  public boolean has(String name) {
    return columns.containsKey(name);
  }

  /**
   * The column of this name.
   *
   * @throws DataException if there is none; it names those that exist
   */
  public Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new DataException(Names.absent(name, columns.keySet()));
    }
    return column;
  }

  /** The values of a row by column name, null where missing. */
  public Map<String, Object> row(int row) {
    Map<String, Object> values = new LinkedHashMap<>();
    columns.forEach((name, column) -> values.put(name, column.value(row)));
    return values;
  }

  /**
   * What messages call a row: {@code line 7} of the file it was read from, also after a split, or,
   * if it was read from none, {@code row 5}, counted from 0.
   */
  public String place(int row) {
    return lines == null ? "row " + row : "line " + lines.at(row);
  }

  Table withLines(Lines read) {
    return new Table(columns, rows, read);
  }

  /** Only these columns, in this order. */
  public Table select(String... names) {
    return select(Arrays.asList(names));
  }

  /** Only these columns, in this order. */
  public Table select(List<String> names) {
    return new Table(of(names.stream().map(this::column).toList()).columns, rows, lines);
  }

  /** All columns but these. */
  public Table drop(String... names) {
    Set<String> dropped = Set.of(names);
    dropped.forEach(this::column);
    return select(columns.keySet().stream().filter(name -> !dropped.contains(name)).toList());
  }

  /** With this column put in the place of the one of its name, or last if there is none. */
  public Table withColumn(Column column) {
    if (column.size() != rows && !columns.isEmpty()) {
      throw new DataException(
          "column '" + column.name() + "' has " + column.size() + " rows, the table has " + rows);
    }
    Map<String, Column> changed = new LinkedHashMap<>(columns);
    changed.put(column.name(), column);
    return new Table(changed, column.size(), columns.isEmpty() ? null : lines);
  }

  /** With a column under another name, in its old place. */
  public Table rename(String from, String to) {
    Column column = column(from);
    return of(columns.values().stream().map(c -> c == column ? c.withName(to) : c).toList())
        .withLines(lines);
  }

  /** The given rows, in the given order; a row may be taken more than once. */
  public Table rows(int... rows) {
    for (int row : rows) {
      if (row < 0 || row >= this.rows) {
        throw new IndexOutOfBoundsException("row " + row + " of a table of " + this.rows);
      }
    }
    Map<String, Column> chosen = new LinkedHashMap<>();
    columns.forEach((name, column) -> chosen.put(name, column.rows(rows)));
    return new Table(chosen, rows.length, lines == null ? null : lines.rows(rows));
  }

  /** The first n rows, or all if there are fewer. */
  public Table head(int n) {
    return rows(IntStream.range(0, Math.min(n, rows)).toArray());
  }

  /** The rows whose index passes: {@code t.filter(i -> age.number(i) > 30)}. */
  public Table filter(IntPredicate keep) {
    return rows(IntStream.range(0, rows).filter(keep).toArray());
  }

  /**
   * The rows that repeat an earlier row in these columns, or in all if none is named, ascending.
   * Missing values are equal to each other.
   */
  public int[] duplicates(String... names) {
    Set<List<Object>> seen = new HashSet<>();
    List<List<Object>> keys = RowKeys.of(this, Arrays.asList(names));
    return IntStream.range(0, rows).filter(i -> !seen.add(keys.get(i))).toArray();
  }

  /** Without {@link #duplicates}: of equal rows the first stays. */
  public Table distinct(String... names) {
    Set<Integer> repeated = new HashSet<>();
    IntStream.of(duplicates(names)).forEach(repeated::add);
    return filter(i -> !repeated.contains(i));
  }

  /**
   * The names of the columns in which one value stands in at least this share of the rows, missing
   * ones counted as a value: with 1 the constant columns.
   *
   * @param share in (0, 1]
   */
  public List<String> nearConstant(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("the share must be in (0, 1], got " + share);
    }
    return names().stream().filter(name -> rows > 0 && mostOften(name) >= share * rows).toList();
  }

  private int mostOften(String name) {
    Map<List<Object>, Integer> counts = new HashMap<>();
    RowKeys.of(this, List.of(name)).forEach(key -> counts.merge(key, 1, Integer::sum));
    return Collections.max(counts.values());
  }

  /**
   * The rows in the order of a column's values: numbers, times and false-true ascending, levels in
   * their order, texts by their characters, missing values last. Equal values keep their order.
   */
  public Table sortBy(String name) {
    return rows(Order.of(column(name)));
  }

  /** n rows drawn without replacement, in the table's order; all if there are fewer. */
  public Table sample(int n, Seed seed) {
    int[] drawn = Arrays.copyOf(seed.permutation(rows), Math.min(n, rows));
    Arrays.sort(drawn);
    return rows(drawn);
  }

  /**
   * Two parts: {@code round(trainShare * rows)} random rows, and the others.
   *
   * @throws DataException if a part would be empty
   */
  public Split split(double trainShare, Seed seed) {
    return split(Stratified.trainRows(new int[rows], 1, requireShare(trainShare), seed));
  }

  /**
   * Two parts that have the values of a column in near equal proportions: of each level, label or
   * (for numbers with more than 20 distinct values) decile, the same share goes to each part, up to
   * rounding. Missing values count as a level of their own.
   *
   * @throws DataException if there is no such column or a part would be empty
   */
  public Split split(double trainShare, String target, Seed seed) {
    requireShare(trainShare);
    int[] strata = Stratified.strata(column(target));
    int count = IntStream.of(strata).max().orElse(0) + 1;
    return split(Stratified.trainRows(strata, count, trainShare, seed));
  }

  private static double requireShare(double trainShare) {
    if (!(trainShare > 0 && trainShare < 1)) {
      throw new IllegalArgumentException(
          "the train share must be between 0 and 1, both excluded, got " + trainShare);
    }
    return trainShare;
  }

  private Split split(boolean[] train) {
    Table first = filter(i -> train[i]);
    Table second = filter(i -> !train[i]);
    if (first.rows == 0 || second.rows == 0) {
      throw new DataException(
          "rows to split: "
              + rows
              + ", which makes "
              + first.rows
              + " for training and "
              + second.rows
              + " for the test; each needs one at least, so take another share, or all rows for"
              + " training");
    }
    return new Split(first, second);
  }

  /** These columns, numeric or boolean, as a matrix (n x names); all columns if none is named. */
  public Matrix toMatrix(String... names) {
    List<Column> chosen = new ArrayList<>();
    for (String name : names.length == 0 ? names().toArray(String[]::new) : names) {
      chosen.add(column(name));
    }
    double[] data = new double[Math.multiplyExact(rows, chosen.size())];
    for (int j = 0; j < chosen.size(); j++) {
      double[] values = chosen.get(j).toDoubles();
      for (int i = 0; i < rows; i++) {
        data[i * chosen.size() + j] = values[i];
      }
    }
    return Matrix.wrap(data, rows, chosen.size());
  }

  /** Kinds, missing values, distributions of all columns. */
  public TableDescription describe() {
    return TableDescription.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Table that && rows == that.rows && columns().equals(that.columns());
  }

  @Override
  public int hashCode() {
    return columns().hashCode();
  }

  /** The first and last rows as text, in aligned columns. */
  @Override
  public String toString() {
    return TablePrinter.print(this);
  }
}
