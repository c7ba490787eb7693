package org.cairnml.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cairnml.data.Column.Kind;
import org.cairnml.data.TableSchema.Report;
import org.cairnml.data.TableSchema.Violation;

/**
 * A table after columns of texts or categories were read as numbers, truth values or times, and
 * what could not be read. Such values are missing in the table; the report says where they stood.
 *
 * <pre>{@code
 * var cleaned = Coercion.of(table, Column.Kind.NUMERIC, "price", "weight");
 * System.out.println(cleaned.report());
 * var prices = cleaned.table().column("price");
 * }</pre>
 *
 * @param table all columns, in their order; a column that had the kind already is unchanged
 * @param report each value that could not be read, by column and row
 */
public record Coercion(Table table, Report report) {

  /**
   * Reads columns as this kind. Numbers have a decimal point, times are ISO 8601, truth values are
   * true and false in any case; blanks around a value do not count, and blank values and the usual
   * missing markers of {@link CsvOptions} are missing, not failures.
   *
   * @throws IllegalArgumentException if the kind is category or text, which any value can be
   * @throws org.cairnml.base.DataException if there is no such column
   */
  public static Coercion of(Table table, Kind kind, String... columns) {
    if (kind == Kind.CATEGORY || kind == Kind.TEXT) {
      throw new IllegalArgumentException(
          "values are read as NUMERIC, BOOLEAN or TIME, but the kind is " + kind);
    }
    List<Violation> failures = new ArrayList<>();
    Table read = table;
    for (String name : columns) {
      Column column = table.column(name);
      if (column.kind() != kind) {
        read = read.withColumn(read(table, column, kind, failures));
      }
    }
    return new Coercion(read, new Report(table.rows(), failures));
  }

  private static Column read(Table table, Column column, Kind kind, List<Violation> failures) {
    Values values = values(kind);
    for (int row = 0; row < column.size(); row++) {
      String text = column.string(row);
      String value = text == null ? "" : text.strip();
      boolean missing = value.isEmpty() || CsvOptions.DEFAULT_MISSING.contains(value);
      if (missing || !values.add(value.toCharArray(), 0, value.length())) {
        values.addMissing();
        if (!missing) {
          String expected = "a value of kind " + kind.name().toLowerCase(Locale.ROOT);
          failures.add(new Violation(row, table.place(row), column.name(), text, expected));
        }
      }
    }
    return values.toColumn(column.name());
  }

  private static Values values(Kind kind) {
    return switch (kind) {
      case NUMERIC -> new NumericValues(new NumberParser('.', NumberParser.Names.ALLOWED));
      case BOOLEAN -> new BooleanValues();
      default -> new TimeValues();
    };
  }
}
