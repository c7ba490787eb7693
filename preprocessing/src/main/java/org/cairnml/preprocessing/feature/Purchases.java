package org.cairnml.preprocessing.feature;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairnml.base.DataException;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.data.TimeColumn;

/** The purchases of a table by customer, in the order in which customers first stand in it. */
final class Purchases {

  private static final double MICROS_PER_DAY = 86_400e6;

  private final List<String> customers = new ArrayList<>();
  private final List<Long> last = new ArrayList<>();
  private final List<Double> counts = new ArrayList<>();
  private final List<Double> sums = new ArrayList<>();
  private String latestPlace = "";
  private long latest = Long.MIN_VALUE;

  private Purchases() {}

  static Purchases of(Table table, Rfm rfm) {
    Column customer = table.column(rfm.customer());
    Column amount = require(table.column(rfm.amount()), Column.Kind.NUMERIC, "numbers");
    var time = (TimeColumn) require(table.column(rfm.time()), Column.Kind.TIME, "times");
    if (table.rows() == 0) {
      throw new DataException("there are no purchases to score customers by");
    }
    var read = new Purchases();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (int i = 0; i < table.rows(); i++) {
      for (Column column : List.of(customer, time, amount)) {
        if (column.isMissing(i)) {
          throw new DataException(
              "%s, column '%s': the value is missing; fill it in or leave the purchase out"
                  .formatted(table.place(i), column.name()));
        }
      }
      int number = numbers.computeIfAbsent(customer.string(i), read::add);
      read.add(number, time.epochMicros(i), amount.number(i), table.place(i));
    }
    return read;
  }

  private static Column require(Column column, Column.Kind kind, String what) {
    if (column.kind() != kind) {
      throw new DataException(
          "column '%s' is of kind %s, but %s are needed; read it by Coercion.of"
              .formatted(column.name(), column.kind(), what));
    }
    return column;
  }

  private int add(String customer) {
    customers.add(customer);
    last.add(Long.MIN_VALUE);
    counts.add(0.0);
    sums.add(0.0);
    return customers.size() - 1;
  }

  private void add(int number, long time, double amount, String place) {
    last.set(number, Math.max(last.get(number), time));
    counts.set(number, counts.get(number) + 1);
    sums.set(number, sums.get(number) + amount);
    if (time > latest) {
      latest = time;
      latestPlace = place;
    }
  }

  List<String> customers() {
    return customers;
  }

  /** A day after the last purchase. */
  LocalDateTime dayAfter() {
    return LocalDateTime.ofEpochSecond(
            Math.floorDiv(latest, 1_000_000L),
            (int) Math.floorMod(latest, 1_000_000L) * 1000,
            ZoneOffset.UTC)
        .plus(Duration.ofDays(1));
  }

  /** Days since the last purchase of each customer. */
  double[] recency(LocalDateTime asOf) {
    double now = asOf.toEpochSecond(ZoneOffset.UTC) * 1e6 + asOf.getNano() / 1e3;
    if (latest > now) {
      throw new DataException(
          "%s: the purchase is later than %s, as of which customers are scored; leave it out or take a later time"
              .formatted(latestPlace, asOf));
    }
    return last.stream().mapToDouble(time -> (now - time) / MICROS_PER_DAY).toArray();
  }

  /** How many purchases each customer made. */
  double[] frequency() {
    return counts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** What each customer paid in all. */
  double[] monetary() {
    return sums.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
