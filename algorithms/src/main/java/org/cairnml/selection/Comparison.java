package org.cairnml.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairnml.base.DataException;
import org.cairnml.metrics.CorrectedTTest;
import org.cairnml.metrics.Metric;

/**
 * A league table: cross-validations of several models on the same splits, the best first, with the
 * p-value of each one's difference from the best. The test is the {@link CorrectedTTest}; since
 * there are several, p-values are enlarged by Holm's method, so that the chance of even one false
 * difference is kept.
 *
 * <p>S. Holm, A simple sequentially rejective multiple test procedure, 1979, Scandinavian Journal
 * of Statistics 6, 65-70. The best is chosen on the same scores, which makes differences from it
 * look a little larger than they are.
 */
public final class Comparison {

  /**
   * One line of the table.
   *
   * @param name the model
   * @param result its cross-validation
   * @param pValue of the difference from the best, after Holm; 0 if it is the same in every split;
   *     NaN for the best itself and for a score that is not defined
   */
  public record Place(String name, CrossValidationResult result, double pValue) {

    /** Whether the difference from the best is significant at this level. */
    public boolean isWorse(double level) {
      return pValue < level;
    }
  }

  private final Metric metric;
  private final List<Place> places;

  private Comparison(Metric metric, List<Place> places) {
    this.metric = metric;
    this.places = List.copyOf(places);
  }

  /**
   * Ranks results by the mean of a metric; of equal ones the first given comes first.
   *
   * @throws DataException if there is no result, or the splits differ
   */
  public static Comparison of(Map<String, CrossValidationResult> results, Metric metric) {
    if (results.isEmpty()) {
      throw new DataException("there is no result to compare");
    }
    List<Map.Entry<String, CrossValidationResult>> ranked = new ArrayList<>(results.entrySet());
    ranked.sort(Comparator.comparingDouble(e -> rank(e.getValue().mean(metric), metric)));
    CrossValidationResult best = ranked.get(0).getValue();
    Map<String, Double> pValues = new LinkedHashMap<>();
    for (var other : ranked.subList(1, ranked.size())) {
      if (Double.isFinite(other.getValue().mean(metric)) && Double.isFinite(best.mean(metric))) {
        pValues.put(other.getKey(), pValue(best, other.getValue(), metric));
      }
    }
    Map<String, Double> adjusted = holm(pValues);
    return new Comparison(
        metric,
        ranked.stream()
            .map(
                e ->
                    new Place(
                        e.getKey(), e.getValue(), adjusted.getOrDefault(e.getKey(), Double.NaN)))
            .toList());
  }

  /** Of a difference that is the same in every split, the limit of the test. */
  private static double pValue(
      CrossValidationResult best, CrossValidationResult other, Metric metric) {
    double p = best.compare(other, metric).pValue();
    return Double.isNaN(p) && best.mean(metric) != other.mean(metric) ? 0 : p;
  }

  private static double rank(double mean, Metric metric) {
    return Double.isNaN(mean) ? Double.POSITIVE_INFINITY : metric.greaterIsBetter() ? -mean : mean;
  }

  /** The i-th smallest of m p-values times m - i + 1, at least the one before, at most 1. */
  static Map<String, Double> holm(Map<String, Double> pValues) {
    List<Map.Entry<String, Double>> rising = new ArrayList<>(pValues.entrySet());
    rising.sort(Map.Entry.comparingByValue());
    Map<String, Double> adjusted = new LinkedHashMap<>();
    double largest = 0;
    for (int i = 0; i < rising.size(); i++) {
      largest = Math.max(largest, Math.min(1, (rising.size() - i) * rising.get(i).getValue()));
      adjusted.put(rising.get(i).getKey(), largest);
    }
    return adjusted;
  }

  /** What the table is sorted by. */
  public Metric metric() {
    return metric;
  }

  /** The models, the best first. */
  public List<Place> places() {
    return places;
  }
}
