package org.cairnml.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;

/**
 * The rows of each query, in an order that does not depend on that of the data: by a hash of their
 * features, then by relevance. Rows of equal score keep it, which is as good as a random order, the
 * same however the data are arranged.
 */
final class QueryGroups {

  private QueryGroups() {}

  /** The row numbers of each query. */
  static List<int[]> of(Dataset data, double[] relevance) {
    long[] hashes = hashes(data.x());
    int[] groups = data.groups().orElseGet(() -> new int[data.rows()]);
    Map<Integer, List<Integer>> byQuery = new LinkedHashMap<>();
    for (int i = 0; i < groups.length; i++) {
      byQuery.computeIfAbsent(groups[i], g -> new ArrayList<>()).add(i);
    }
    List<int[]> queries = new ArrayList<>();
    for (List<Integer> rows : byQuery.values()) {
      rows.sort(
          (a, b) ->
              hashes[a] != hashes[b]
                  ? Long.compare(hashes[a], hashes[b])
                  : Double.compare(relevance[a], relevance[b]));
      queries.add(rows.stream().mapToInt(i -> i).toArray());
    }
    return queries;
  }

  /** By score, the highest first; the order before, where scores are equal. */
  static int[] ranked(int[] query, double[] scores) {
    Integer[] order = IntStream.of(query).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
    return Arrays.stream(order).mapToInt(i -> i).toArray();
  }

  private static long[] hashes(Matrix x) {
    long[] hashes = new long[x.rows()];
    for (int i = 0; i < hashes.length; i++) {
      long hash = 0;
      for (int j = 0; j < x.cols(); j++) {
        hash = mix(hash + Double.doubleToLongBits(x.get(i, j) + 0.0));
      }
      hashes[i] = hash;
    }
    return hashes;
  }

  /** The finalizer of SplitMix64: Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195. */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
