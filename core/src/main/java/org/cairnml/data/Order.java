package org.cairnml.data;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Row numbers in the order of a column's values. */
final class Order {

  private Order() {}

  static int[] of(Column column) {
    Comparator<Integer> missingLast = Comparator.comparing(column::isMissing);
    return IntStream.range(0, column.size())
        .boxed()
        .sorted(missingLast.thenComparing(values(column)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static Comparator<Integer> values(Column column) {
    return switch (column.kind()) {
      case NUMERIC, BOOLEAN -> Comparator.comparingDouble(column::number);
      case CATEGORY -> Comparator.comparingInt(((CategoryColumn) column)::code);
      case TIME ->
          Comparator.comparing(
              ((TimeColumn) column)::dateTime, Comparator.nullsLast(Comparator.naturalOrder()));
      case TEXT ->
          Comparator.comparing(column::string, Comparator.nullsLast(Comparator.naturalOrder()));
    };
  }
}
