package org.cairnml.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a column holds, in a few numbers.
 *
 * @param name its name
 * @param kind its kind
 * @param rows how many rows it has
 * @param missing how many values are missing
 * @param distinct how many distinct values there are, missing ones not counted
 * @param numbers the distribution of a numeric column that has a finite value
 * @param frequent the most frequent values, of columns that are not numeric; at most 5
 * @param first the earliest time of a time column
 * @param last the latest time of a time column
 */
public record ColumnSummary(
    String name,
    Column.Kind kind,
    int rows,
    int missing,
    int distinct,
    Optional<Numbers> numbers,
    List<Frequency> frequent,
    Optional<String> first,
    Optional<String> last) {

  private static final int FREQUENT = 5;
  private static final int BINS = 8;

  /**
   * How finite numbers are distributed.
   *
   * @param mean their mean
   * @param sd standard deviation with divisor n - 1; NaN for one value
   * @param quantiles minimum, 25 %, median, 75 %, maximum; linear between order statistics
   * @param histogram counts in 8 bins of equal width between minimum and maximum
   */
  public record Numbers(double mean, double sd, List<Double> quantiles, List<Integer> histogram) {}

  /** A value and how many rows have it. */
  public record Frequency(String value, int count) {}

  /** The summary of a column. */
  static ColumnSummary of(Column column) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Optional<Numbers> numbers = Optional.empty();
    int distinct;
    if (column.kind() == Column.Kind.NUMERIC) {
      double[] sorted = Arrays.stream(column.toDoubles()).filter(v -> v == v).sorted().toArray();
      distinct = distinct(sorted);
      numbers = numbers(Arrays.stream(sorted).filter(Double::isFinite).toArray());
    } else {
      for (int i = 0; i < column.size(); i++) {
        if (!column.isMissing(i)) {
          counts.merge(column.string(i), 1, Integer::sum);
        }
      }
      distinct = counts.size();
    }
    boolean time = column.kind() == Column.Kind.TIME && distinct > 0;
    Column ordered = time ? column.rows(ends(column)) : column;
    return new ColumnSummary(
        column.name(),
        column.kind(),
        column.size(),
        column.missing(),
        distinct,
        numbers,
        frequent(counts),
        time ? Optional.of(ordered.string(0)) : Optional.empty(),
        time ? Optional.of(ordered.string(1)) : Optional.empty());
  }

  private static int[] ends(Column column) {
    int[] order = Order.of(column);
    return new int[] {order[0], order[order.length - 1 - column.missing()]};
  }

  private static int distinct(double[] sorted) {
    return (int)
        IntStream.range(0, sorted.length).filter(i -> i == 0 || sorted[i] != sorted[i - 1]).count();
  }

  private static Optional<Numbers> numbers(double[] sorted) {
    if (sorted.length == 0) {
      return Optional.empty();
    }
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < sorted.length; i++) {
      double delta = sorted[i] - mean;
      mean += delta / (i + 1);
      squares += delta * (sorted[i] - mean);
    }
    List<Double> quantiles = new ArrayList<>();
    for (int quarter = 0; quarter <= 4; quarter++) {
      double place = (sorted.length - 1) * (quarter / 4.0);
      int below = (int) place;
      int above = Math.min(below + 1, sorted.length - 1);
      quantiles.add(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
    }
    return Optional.of(
        new Numbers(mean, Math.sqrt(squares / (sorted.length - 1)), quantiles, histogram(sorted)));
  }

  private static List<Integer> histogram(double[] sorted) {
    Integer[] counts = new Integer[BINS];
    Arrays.fill(counts, 0);
    double min = sorted[0];
    double width = (sorted[sorted.length - 1] / BINS - min / BINS);
    for (double value : sorted) {
      int bin = width > 0 ? (int) Math.min(BINS - 1, (value - min) / width) : 0;
      counts[bin]++;
    }
    return List.of(counts);
  }

  private static List<Frequency> frequent(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Frequency(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(Frequency::count).reversed().thenComparing(Frequency::value))
        .limit(FREQUENT)
        .toList();
  }

  /** The same as maps, lists, texts and numbers, for JSON; what does not apply is left out. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", name);
    map.put("kind", kind.name().toLowerCase(java.util.Locale.ROOT));
    map.put("missing", missing);
    map.put("distinct", distinct);
    numbers.ifPresent(
        n -> {
          map.put("mean", n.mean());
          if (!Double.isNaN(n.sd())) {
            map.put("sd", n.sd());
          }
          map.put("min", n.quantiles().get(0));
          map.put("q25", n.quantiles().get(1));
          map.put("median", n.quantiles().get(2));
          map.put("q75", n.quantiles().get(3));
          map.put("max", n.quantiles().get(4));
          map.put("histogram", n.histogram());
        });
    first.ifPresent(time -> map.put("first", time));
    last.ifPresent(time -> map.put("last", time));
    if (!frequent.isEmpty()) {
      map.put(
          "frequent",
          frequent.stream()
              .collect(
                  Collectors.toMap(
                      Frequency::value, Frequency::count, (a, b) -> a, LinkedHashMap::new)));
    }
    return map;
  }
}
