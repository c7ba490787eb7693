package org.cairnml.selection;

import java.util.List;
import java.util.Locale;
import org.cairnml.metrics.Metric;

/**
 * What came of a {@link NestedCrossValidation}.
 *
 * @param scores of the test rows of the outer splits, which no search saw
 * @param searches the search of each split, in the same order
 * @param <T> what was tuned: the learner, or a pipeline
 */
public record NestedResult<T>(CrossValidationResult scores, List<SearchResult<T>> searches) {

  /** Keeps its own copy. */
  public NestedResult {
    searches = List.copyOf(searches);
  }

  /**
   * The mean score of the best trials of the searches: too good, the more so the more trials there
   * were and the fewer rows.
   */
  public double searchMean() {
    return searches.stream().mapToDouble(s -> s.best().score()).average().orElseThrow();
  }

  /** The scores of each split, and the settings that its search found. */
  @Override
  public String toString() {
    Metric metric = searches.get(0).metric();
    var text = new StringBuilder(scores.toString()).append("\n\n");
    for (int k = 0; k < searches.size(); k++) {
      Trial best = searches.get(k).best();
      text.append(
          String.format(
              Locale.ROOT,
              "search %d: %s %.4f with %s\n",
              k + 1,
              metric.name(),
              best.score(),
              best.describe()));
    }
    return text.toString();
  }
}
