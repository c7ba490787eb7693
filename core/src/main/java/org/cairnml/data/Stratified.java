package org.cairnml.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;

/** The rows of the training part of a split. */
final class Stratified {
  // The size of the training part is fixed first. Each stratum gives the floor of its share; the
  // rows that are still wanted come from the strata with the largest remainders, lower ones first.

  private static final int MAX_DISTINCT_NUMBERS = 20;
  private static final int BINS = 10;

  private Stratified() {}

  /** The stratum of each row, 0, 1, ... */
  static int[] strata(Column column) {
    List<String> values = column.toStrings();
    boolean binned =
        (column.kind() == Column.Kind.NUMERIC || column.kind() == Column.Kind.TIME)
            && values.stream().distinct().limit(MAX_DISTINCT_NUMBERS + 1).count()
                > MAX_DISTINCT_NUMBERS;
    return binned ? bins(column) : codes(values);
  }

  private static int[] codes(List<String> values) {
    Map<String, Integer> code = new HashMap<>();
    return values.stream()
        .mapToInt(
            value -> {
              code.putIfAbsent(value, code.size());
              return code.get(value);
            })
        .toArray();
  }

  private static int[] bins(Column column) {
    int[] order = Order.of(column);
    int present = order.length - column.missing();
    int[] strata = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      strata[order[rank]] = rank < present ? (int) ((long) rank * BINS / present) : BINS;
    }
    return strata;
  }

  /** Whether each row is for training. */
  static boolean[] trainRows(int[] strata, int count, double share, Seed seed) {
    int[] sizes = new int[count];
    for (int stratum : strata) {
      sizes[stratum]++;
    }
    int[] wanted = new int[count];
    double[] remainder = new double[count];
    long missing = Math.round(share * strata.length);
    for (int s = 0; s < count; s++) {
      wanted[s] = (int) (share * sizes[s]);
      remainder[s] = share * sizes[s] - wanted[s];
      missing -= wanted[s];
    }
    int[] byRemainder =
        IntStream.range(0, count)
            .boxed()
            .sorted((a, b) -> Double.compare(remainder[b], remainder[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int k = 0; k < missing; k++) {
      wanted[byRemainder[k % count]]++;
    }
    boolean[] train = new boolean[strata.length];
    Arrays.stream(seed.permutation(strata.length))
        .forEach(row -> train[row] = wanted[strata[row]]-- > 0);
    return train;
  }
}
