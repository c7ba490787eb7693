package org.cairnml.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;

/**
 * What a table must look like: kinds, ranges, allowed values, uniqueness, no gaps. Each method adds
 * a rule and returns a new schema.
 *
 * <pre>{@code
 * var schema = new TableSchema().notNull("id", "age").unique("id").range("age", 0, 120);
 * System.out.println(schema.check(table));
 * }</pre>
 *
 * <p>Ranges, allowed values and uniqueness pass over missing values, which are the business of
 * {@link #notNull}. A column that a rule names and the table lacks is a violation too.
 */
public final class TableSchema {

  /** In place of a row: the column is absent or of another kind. */
  public static final int NO_ROW = -1;

  private static final int PRINTED = 20;

  /**
   * A value that breaks a rule.
   *
   * @param row its row from 0, or {@link #NO_ROW} if the column as a whole breaks the rule
   * @param place what to call the row, a line of the file if the table was read from one
   * @param column its column, or several of a key that must be unique, separated by commas
   * @param value the value as a text, null if missing
   * @param expected what the rule expects
   */
  public record Violation(int row, String place, String column, String value, String expected) {

    @Override
    public String toString() {
      String where = row == NO_ROW ? "column '" : place + ", column '";
      String found = value == null ? "missing" : "'" + value + "'";
      return where + column + "': " + found + ", expected " + expected;
    }
  }

  /** All violations of a table, by rule and row. */
  public record Report(int tableRows, List<Violation> violations) {

    /** Keeps a copy. */
    public Report {
      violations = List.copyOf(violations);
    }

    /** Whether every rule holds. */
    public boolean isValid() {
      return violations.isEmpty();
    }

    /** The rows with a violation, ascending. */
    public int[] rows() {
      Set<Integer> rows = new TreeSet<>();
      violations.stream().map(Violation::row).filter(row -> row != NO_ROW).forEach(rows::add);
      return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many there are, and the first of them, one a line. */
    @Override
    public String toString() {
      StringBuilder out = new StringBuilder();
      out.append(violations.size()).append(" violations in ").append(rows().length);
      out.append(" of ").append(tableRows).append(" rows");
      violations.stream().limit(PRINTED).forEach(v -> out.append('\n').append(v));
      if (violations.size() > PRINTED) {
        out.append("\nand ").append(violations.size() - PRINTED).append(" more");
      }
      return out.toString();
    }
  }

  /** Which rows of a column break a rule. */
  private interface Broken {
    IntPredicate in(Column column);
  }

  private interface Rule {
    void check(Table table, List<Violation> found);
  }

  private final List<Rule> rules;

  /** No rules. */
  public TableSchema() {
    this(List.of());
  }

  private TableSchema(List<Rule> rules) {
    this.rules = rules;
  }

  /** The column must hold values of one of these kinds. */
  public TableSchema kind(String column, Column.Kind... kinds) {
    List<Column.Kind> allowed = List.of(kinds);
    String expected = "a column of kind " + allowed;
    return with(
        (table, found) -> {
          if (!table.has(column)) {
            found.add(absent(column));
          } else if (!allowed.contains(table.column(column).kind())) {
            String kind = table.column(column).kind().name().toLowerCase(Locale.ROOT);
            found.add(new Violation(NO_ROW, "", column, kind, expected));
          }
        });
  }

  /** The numbers must be from {@code least} to {@code greatest}, both included. */
  public TableSchema range(String column, double least, double greatest) {
    if (!(least <= greatest)) {
      throw new IllegalArgumentException(
          "the range of '" + column + "' is from " + least + " to " + greatest + "; swap them");
    }
    return rows(
        column,
        "a number from " + NumericColumn.format(least) + " to " + NumericColumn.format(greatest),
        c -> {
          boolean numbers = c.kind() == Column.Kind.NUMERIC || c.kind() == Column.Kind.BOOLEAN;
          return i ->
              !c.isMissing(i) && !(numbers && c.number(i) >= least && c.number(i) <= greatest);
        });
  }

  /** The values, as texts, must be among these. */
  public TableSchema allowed(String column, String... values) {
    Set<String> allowed = Set.copyOf(Arrays.asList(values));
    return rows(
        column,
        "one of " + Arrays.asList(values),
        c -> i -> !c.isMissing(i) && !allowed.contains(c.string(i)));
  }

  /** No value of these columns may be missing. */
  public TableSchema notNull(String... columns) {
    TableSchema schema = this;
    for (String column : columns) {
      schema = schema.rows(column, "a value", c -> c::isMissing);
    }
    return schema;
  }

  /** No two rows may have the same values in all of these columns; later ones are reported. */
  public TableSchema unique(String... columns) {
    List<String> key = List.of(columns);
    return with((table, found) -> checkUnique(table, key, found));
  }

  /** All violations of a table. */
  public Report check(Table table) {
    List<Violation> found = new ArrayList<>();
    rules.forEach(rule -> rule.check(table, found));
    return new Report(table.rows(), found);
  }

  /**
   * The table itself, if it breaks no rule.
   *
   * @throws DataException with the report if it does
   */
  public Table require(Table table) {
    Report report = check(table);
    if (!report.isValid()) {
      throw new DataException(report.toString());
    }
    return table;
  }

  private TableSchema rows(String name, String expected, Broken broken) {
    return with(
        (table, found) -> {
          if (!table.has(name)) {
            found.add(absent(name));
            return;
          }
          Column column = table.column(name);
          IntStream.range(0, table.rows())
              .filter(broken.in(column))
              .forEach(
                  i ->
                      found.add(
                          new Violation(i, table.place(i), name, column.string(i), expected)));
        });
  }

  private static void checkUnique(Table table, List<String> key, List<Violation> found) {
    List<String> absent = key.stream().filter(name -> !table.has(name)).toList();
    absent.forEach(name -> found.add(absent(name)));
    if (!absent.isEmpty()) {
      return;
    }
    Map<List<Object>, Integer> first = new HashMap<>();
    List<List<Object>> keys = RowKeys.of(table, key);
    for (int i = 0; i < keys.size(); i++) {
      Integer before = keys.get(i).contains(null) ? null : first.putIfAbsent(keys.get(i), i);
      if (before != null) {
        int row = i;
        String value =
            String.join(", ", key.stream().map(n -> table.column(n).string(row)).toList());
        String expected = "a value of its own, but " + table.place(before) + " has the same";
        found.add(new Violation(i, table.place(i), String.join(", ", key), value, expected));
      }
    }
  }

  private static Violation absent(String column) {
    return new Violation(NO_ROW, "", column, null, "a column of this name");
  }

  private TableSchema with(Rule rule) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(rule);
    return new TableSchema(List.copyOf(more));
  }
}
