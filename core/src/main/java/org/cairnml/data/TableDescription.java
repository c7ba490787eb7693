package org.cairnml.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairnml.data.TextGrid.Align;

/**
 * The columns of a table in a few numbers each.
 *
 * @param rows how many rows the table has
 * @param columns one summary a column
 */
public record TableDescription(int rows, List<ColumnSummary> columns) {

  private static final String BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
  private static final int MAX_CELL = 60;
  private static final MathContext DIGITS = new MathContext(5);

  /** Keeps its own copy of the list. */
  public TableDescription {
    columns = List.copyOf(columns);
  }

  static TableDescription of(Table table) {
    return new TableDescription(
        table.rows(), table.columns().stream().map(ColumnSummary::of).toList());
  }

  /** The same as maps, lists, texts and numbers, for JSON. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rows", rows);
    map.put("columns", columns.stream().map(ColumnSummary::toMap).toList());
    return map;
  }

  /** A line for each column; a small histogram for numbers, the most frequent values for others. */
  @Override
  public String toString() {
    TextGrid grid = new TextGrid(MAX_CELL);
    grid.add(Align.LEFT, cells("column", ColumnSummary::name));
    grid.add(Align.LEFT, cells("kind", c -> c.kind().name().toLowerCase(Locale.ROOT)));
    grid.add(Align.RIGHT, cells("missing", this::missing));
    grid.add(Align.RIGHT, cells("distinct", c -> Integer.toString(c.distinct())));
    grid.add(Align.RIGHT, numbers("mean", ColumnSummary.Numbers::mean));
    grid.add(Align.RIGHT, numbers("sd", ColumnSummary.Numbers::sd));
    String[] quantiles = {"min", "25%", "50%", "75%", "max"};
    for (int q = 0; q < quantiles.length; q++) {
      int index = q;
      grid.add(Align.RIGHT, numbers(quantiles[q], n -> n.quantiles().get(index)));
    }
    grid.add(Align.LEFT, cells("values", TableDescription::values));
    StringBuilder out = new StringBuilder();
    for (int line = 0; line <= columns.size(); line++) {
      out.append(grid.line(line)).append('\n');
    }
    return out.append(rows).append(" rows x ").append(columns.size()).append(" columns").toString();
  }

  private List<String> cells(String title, Function<ColumnSummary, String> cell) {
    List<String> cells = new ArrayList<>(List.of(title));
    columns.forEach(column -> cells.add(cell.apply(column)));
    return cells;
  }

  private List<String> numbers(String title, Function<ColumnSummary.Numbers, Double> number) {
    return cells(title, c -> c.numbers().map(number).map(TableDescription::format).orElse(""));
  }

  private String missing(ColumnSummary column) {
    if (column.missing() == 0) {
      return "0";
    }
    double percent = 100.0 * column.missing() / rows;
    return column.missing() + String.format(Locale.ROOT, " (%.1f%%)", percent);
  }

  private static String values(ColumnSummary column) {
    if (column.numbers().isPresent()) {
      return bars(column.numbers().get().histogram());
    }
    if (column.first().isPresent()) {
      return column.first().get() + " to " + column.last().get();
    }
    return column.frequent().stream()
        .map(f -> f.value() + " " + f.count())
        .collect(Collectors.joining(", "));
  }

  private static String bars(List<Integer> histogram) {
    int largest = histogram.stream().max(Integer::compare).orElse(1);
    StringBuilder bars = new StringBuilder();
    for (int count : histogram) {
      long height = count == 0 ? 0 : Math.round((BARS.length() - 1.0) * count / largest);
      bars.append(count == 0 ? ' ' : BARS.charAt((int) height));
    }
    return bars.toString();
  }

  private static String format(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "" : Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    boolean plain = value == 0 || Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9;
    return plain ? rounded.toPlainString() : rounded.toString();
  }
}
