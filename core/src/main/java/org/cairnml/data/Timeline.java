package org.cairnml.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;

/**
 * The rows of a table as histories: of each key, in the order of a column of times or numbers. It
 * makes columns, in the order of the table's rows, to be put in by {@link Table#withColumn}.
 *
 * <pre>{@code
 * var history = Timeline.of(sales, "day", "shop");
 * var withPast = sales
 *     .withColumn(history.lag("amount", 7))
 *     .withColumn(history.rolling("amount", 28, Timeline.Aggregate.MEAN));
 * }</pre>
 *
 * <p>Lags and windows see the past only: rows of the same key whose order value is strictly less.
 * Rows of equal order value see none of each other, and no row sees itself. Missing keys are equal
 * to each other.
 */
public final class Timeline {

  /** What a window is reduced to; missing values are left out of it. */
  public enum Aggregate {
    /** How many values; 0 of none. */
    COUNT,
    /** Their sum; 0 of none. */
    SUM,
    /** Their mean, missing of none. */
    MEAN,
    /** The least, missing of none. */
    MIN,
    /** The greatest, missing of none. */
    MAX,
    /** The deviation (division by n - 1), missing of fewer than two. */
    DEVIATION
  }

  private static final int NONE = -1;

  private final Table table;
  private final double[] places;
  private final boolean timed;
  private final List<int[]> histories;

  private Timeline(Table table, double[] places, boolean timed, List<int[]> histories) {
    this.table = table;
    this.places = places;
    this.timed = timed;
    this.histories = histories;
  }

  /**
   * The rows of each key, in order; all rows are one history if no key is named.
   *
   * @throws DataException if the order column lacks a value or holds neither times nor numbers
   */
  public static Timeline of(Table table, String order, String... keys) {
    Column column = table.column(order);
    double[] places = new double[table.rows()];
    for (int i = 0; i < places.length; i++) {
      if (column.isMissing(i)) {
        throw new DataException(
            "column '" + order + "', " + table.place(i) + ": the order is missing; drop such rows");
      }
      places[i] = SingleColumnRule.place(column, i);
    }
    int[] sorted =
        IntStream.range(0, places.length)
            .boxed()
            .sorted((a, b) -> Double.compare(places[a], places[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    Map<List<Object>, List<Integer>> byKey = new LinkedHashMap<>();
    List<List<Object>> rowKeys = keys.length == 0 ? null : RowKeys.of(table, Arrays.asList(keys));
    for (int row : sorted) {
      List<Object> key = rowKeys == null ? List.of() : rowKeys.get(row);
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    List<int[]> histories = new ArrayList<>();
    byKey.values().forEach(rows -> histories.add(rows.stream().mapToInt(i -> i).toArray()));
    return new Timeline(table, places, column.kind() == Column.Kind.TIME, histories);
  }

  /**
   * The value of {@code steps} rows ago, missing where the past is shorter; the column is named
   * {@code amount_lag7}.
   */
  public Column lag(String column, int steps) {
    requirePositive("lag", steps);
    int[] source = new int[places.length];
    for (int[] history : histories) {
      int past = 0;
      for (int k = 0; k < history.length; k++) {
        past = places[history[k]] == places[history[past]] ? past : k;
        source[history[k]] = past >= steps ? history[past - steps] : NONE;
      }
    }
    return pick(table.column(column), source).withName(column + "_lag" + steps);
  }

  /** With gaps filled by the last value before, in order; a gap without such a value stays. */
  public Column forwardFill(String column) {
    Column filled = table.column(column);
    int[] source = new int[places.length];
    for (int[] history : histories) {
      int last = NONE;
      for (int row : history) {
        last = filled.isMissing(row) ? last : row;
        source[row] = last;
      }
    }
    return pick(filled, source);
  }

  /** With gaps filled by the next value, in order: it looks ahead, so not for forecasts. */
  public Column backwardFill(String column) {
    Column filled = table.column(column);
    int[] source = new int[places.length];
    for (int[] history : histories) {
      int next = NONE;
      for (int k = history.length - 1; k >= 0; k--) {
        next = filled.isMissing(history[k]) ? next : history[k];
        source[history[k]] = next;
      }
    }
    return pick(filled, source);
  }

  /** Of the last {@code rows} rows of the past; named {@code amount_mean28}. */
  public NumericColumn rolling(String column, int rows, Aggregate aggregate) {
    requirePositive("window", rows);
    double[] values = table.column(column).toDoubles();
    double[] result = new double[values.length];
    for (int[] history : histories) {
      int past = 0;
      for (int k = 0; k < history.length; k++) {
        past = places[history[k]] == places[history[past]] ? past : k;
        result[history[k]] = window(values, history, Math.max(0, past - rows), past, aggregate);
      }
    }
    return new NumericColumn(column + suffix(aggregate) + rows, result);
  }

  /**
   * Of the past rows that are at most {@code window} earlier; named {@code amount_mean7d} for seven
   * days.
   *
   * @throws DataException if the order is not a column of times
   */
  public NumericColumn rolling(String column, Duration window, Aggregate aggregate) {
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("a window must last longer than 0, but is " + window);
    }
    if (!timed) {
      throw new DataException(
          "a window of a duration needs an order by times, but the order is by numbers; give the"
              + " window in rows, or order by a column of times");
    }
    double[] values = table.column(column).toDoubles();
    double[] result = new double[values.length];
    double micros = window.toNanos() / 1e3;
    for (int[] history : histories) {
      int past = 0;
      int from = 0;
      for (int k = 0; k < history.length; k++) {
        past = places[history[k]] == places[history[past]] ? past : k;
        while (places[history[from]] < places[history[k]] - micros) {
          from++;
        }
        result[history[k]] = window(values, history, from, past, aggregate);
      }
    }
    return new NumericColumn(column + suffix(aggregate) + shortName(window), result);
  }

  /** The duration in its largest whole unit: 7d, 36h, 90m or 5s. */
  private static String shortName(Duration duration) {
    if (duration.equals(Duration.ofDays(duration.toDays()))) {
      return duration.toDays() + "d";
    }
    if (duration.equals(Duration.ofHours(duration.toHours()))) {
      return duration.toHours() + "h";
    }
    return duration.equals(Duration.ofMinutes(duration.toMinutes()))
        ? duration.toMinutes() + "m"
        : duration.toNanos() / 1e9 + "s";
  }

  /** Of the whole past; named {@code amount_mean}. */
  public NumericColumn expanding(String column, Aggregate aggregate) {
    double[] values = table.column(column).toDoubles();
    double[] result = new double[values.length];
    for (int[] history : histories) {
      Running running = new Running();
      int past = 0;
      for (int k = 0; k < history.length; k++) {
        if (places[history[k]] != places[history[past]]) {
          for (; past < k; past++) {
            running.add(values[history[past]]);
          }
        }
        result[history[k]] = running.get(aggregate);
      }
    }
    return new NumericColumn(column + suffix(aggregate), result);
  }

  private static String suffix(Aggregate aggregate) {
    return "_" + aggregate.name().toLowerCase(Locale.ROOT);
  }

  private static double window(
      double[] values, int[] history, int from, int to, Aggregate aggregate) {
    Running running = new Running();
    for (int k = from; k < to; k++) {
      running.add(values[history[k]]);
    }
    return running.get(aggregate);
  }

  private static void requirePositive(String what, int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a " + what + " needs at least 1 row, got " + rows);
    }
  }

  /** The values of these rows; missing where there is none. */
  private static Column pick(Column column, int[] rows) {
    int[] shown = Arrays.stream(rows).map(row -> Math.max(row, 0)).toArray();
    Column chosen = column.rows(shown);
    return switch (column.kind()) {
      case NUMERIC -> {
        double[] values = chosen.toDoubles();
        IntStream.range(0, rows.length)
            .filter(i -> rows[i] == NONE)
            .forEach(i -> values[i] = Double.NaN);
        yield new NumericColumn(column.name(), values);
      }
      case CATEGORY -> {
        int[] codes = ((CategoryColumn) chosen).codes();
        IntStream.range(0, rows.length).filter(i -> rows[i] == NONE).forEach(i -> codes[i] = -1);
        yield CategoryColumn.ofCodes(column.name(), codes, ((CategoryColumn) column).levels());
      }
      case TEXT -> Column.text(column.name(), objects(column, rows, String.class));
      case BOOLEAN ->
          BooleanColumn.of(
              column.name(), objects(column, rows, Boolean.class).toArray(Boolean[]::new));
      case TIME -> {
        TimeColumn times = (TimeColumn) column;
        long[] micros =
            Arrays.stream(rows)
                .mapToLong(
                    r ->
                        r == NONE || times.isMissing(r) ? TimeColumn.MISSING : times.epochMicros(r))
                .toArray();
        yield new TimeColumn(column.name(), micros, times.grain());
      }
    };
  }

  private static <T> List<T> objects(Column column, int[] rows, Class<T> type) {
    List<T> values = new ArrayList<>();
    for (int row : rows) {
      values.add(row == NONE ? null : type.cast(column.value(row)));
    }
    return values;
  }

  /** Values one after the other, by Welford's method. */
  private static final class Running {
    private int count;
    private double sum;
    private double mean;
    private double squares;
    private double least = Double.NaN;
    private double greatest = Double.NaN;

    void add(double value) {
      if (!Double.isNaN(value)) {
        count++;
        sum += value;
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
        least = count == 1 ? value : Math.min(least, value);
        greatest = count == 1 ? value : Math.max(greatest, value);
      }
    }

    double get(Aggregate aggregate) {
      return switch (aggregate) {
        case COUNT -> count;
        case SUM -> sum;
        case MEAN -> count == 0 ? Double.NaN : mean;
        case MIN -> least;
        case MAX -> greatest;
        case DEVIATION -> count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
      };
    }
  }
}
