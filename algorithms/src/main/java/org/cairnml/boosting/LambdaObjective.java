package org.cairnml.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;

/**
 * LambdaMART: each pair of rows of a query pulls the more relevant one up by the logistic loss of
 * the difference of their scores, times what the NDCG would change if the two changed places. The
 * value followed is 1 - NDCG, the mean over the queries that have a relevant row.
 *
 * <p>Source: Burges 2010, From RankNet to LambdaRank to LambdaMART, Microsoft Research
 * MSR-TR-2010-82; NDCG: Järvelin and Kekäläinen 2002, doi:10.1145/582415.582418.
 */
final class LambdaObjective implements Objective {

  private static final int PART_ROWS = 2048;
  private static final double MOST_RELEVANT = 31;

  private final double[] gains;
  private final double[] weights;
  private final int truncation;
  private final List<List<Query>> parts;
  private final double totalWeight;

  /** A query: its rows, the best DCG of an order of them, and what it counts. */
  private record Query(int[] rows, double best, double weight) {}

  LambdaObjective(Dataset data, int truncation) {
    double[] relevance = data.target();
    this.gains = gains(relevance);
    this.weights = data.isWeighted() ? data.weights() : null;
    this.truncation = truncation;
    this.parts = new ArrayList<>();
    int room = 0;
    double sum = 0;
    for (int[] rows : QueryGroups.of(data, relevance)) {
      Query query =
          new Query(
              rows, best(rows), Arrays.stream(rows).mapToDouble(this::weight).average().orElse(0));
      if (room <= 0) {
        parts.add(new ArrayList<>());
        room = PART_ROWS;
      }
      parts.get(parts.size() - 1).add(query);
      room -= rows.length;
      sum += query.best > 0 ? query.weight : 0;
    }
    this.totalWeight = sum > 0 ? sum : 1;
  }

  private static double[] gains(double[] relevance) {
    double[] gains = new double[relevance.length];
    for (int i = 0; i < gains.length; i++) {
      if (!(relevance[i] >= 0 && relevance[i] <= MOST_RELEVANT)) {
        throw new DataException(
            "row %d: the relevance is %s; it must be between 0 and %.0f"
                .formatted(i, relevance[i], MOST_RELEVANT));
      }
      gains[i] = Math.pow(2, relevance[i]) - 1;
    }
    return gains;
  }

  private double best(int[] rows) {
    double[] sorted = Arrays.stream(rows).mapToDouble(i -> -gains[i]).sorted().toArray();
    double best = 0;
    for (int rank = 0; rank < Math.min(truncation, sorted.length); rank++) {
      best -= sorted[rank] * discount(rank);
    }
    return best;
  }

  /** What a gain at a rank, from 0, is multiplied by; 0 beyond the truncation. */
  private double discount(int rank) {
    return rank < truncation ? Math.log(2) / Math.log(rank + 2) : 0;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public double[] start() {
    return new double[] {0};
  }

  @Override
  public int parts() {
    return parts.size();
  }

  @Override
  public double derivatives(int part, double[][] scores, double[][] first, double[][] second) {
    for (Query query : parts.get(part)) {
      for (int row : query.rows) {
        first[0][row] = 0;
        second[0][row] = 0;
      }
      if (query.best > 0) {
        pull(query, scores[0], first[0], second[0]);
      }
    }
    return value(part, scores);
  }

  private void pull(Query query, double[] scores, double[] first, double[] second) {
    int[] ranked = QueryGroups.ranked(query.rows, scores);
    double[] discounts = new double[ranked.length];
    Arrays.setAll(discounts, this::discount);
    for (int a = 0; a < Math.min(truncation, ranked.length); a++) {
      for (int b = a + 1; b < ranked.length; b++) {
        double gain = gains[ranked[a]] - gains[ranked[b]];
        if (gain == 0) {
          continue;
        }
        int better = gain > 0 ? ranked[a] : ranked[b];
        int worse = gain > 0 ? ranked[b] : ranked[a];
        double change = Math.abs(gain) * (discounts[a] - discounts[b]) / query.best;
        double p = 1 / (1 + Math.exp(scores[better] - scores[worse]));
        first[better] -= change * p;
        first[worse] += change * p;
        second[better] += change * p * (1 - p);
        second[worse] += change * p * (1 - p);
      }
    }
    for (int row : query.rows) {
      first[row] *= weight(row);
      second[row] *= weight(row);
    }
  }

  @Override
  public double value(int part, double[][] scores) {
    double sum = 0;
    for (Query query : parts.get(part)) {
      if (query.best > 0) {
        int[] ranked = QueryGroups.ranked(query.rows, scores[0]);
        double reached = 0;
        for (int rank = 0; rank < Math.min(truncation, ranked.length); rank++) {
          reached += gains[ranked[rank]] * discount(rank);
        }
        sum += query.weight * (1 - reached / query.best);
      }
    }
    return sum;
  }

  @Override
  public double totalWeight() {
    return totalWeight;
  }

  @Override
  public double weight(int row) {
    return weights == null ? 1 : weights[row];
  }
}
