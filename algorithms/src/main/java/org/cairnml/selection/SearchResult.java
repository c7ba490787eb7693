package org.cairnml.selection;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.cairnml.base.DataException;
import org.cairnml.metrics.Metric;

/**
 * All trials of a search. Immutable.
 *
 * <p>The score of the best trial is a little too good, since it was chosen for it; rows that the
 * search did not see give an honest one.
 *
 * @param <T> what was tuned: the learner, or a pipeline
 */
public final class SearchResult<T> {

  private final Metric metric;
  private final List<Trial> trials;
  private final Function<Trial, T> settings;

  SearchResult(Metric metric, List<Trial> trials, Function<Trial, T> settings) {
    this.metric = metric;
    this.trials = List.copyOf(trials);
    this.settings = settings;
  }

  /** What was measured. */
  public Metric metric() {
    return metric;
  }

  /** All trials in the order of the strategy, failed ones too. */
  public List<Trial> trials() {
    return trials;
  }

  /**
   * All trials, the best first; those that learned from all rows before others, failed ones last.
   */
  public List<Trial> ranked() {
    return trials.stream()
        .sorted(
            Comparator.comparing((Trial t) -> t.failure().isPresent())
                .thenComparingDouble(t -> -t.proposal().share())
                .thenComparingDouble(t -> rank(t.score(), metric.greaterIsBetter())))
        .toList();
  }

  /**
   * The best trial; of equal ones the first.
   *
   * @throws DataException if all trials failed, with the reason of the first
   */
  public Trial best() {
    Trial best = ranked().get(0);
    best.failure()
        .ifPresent(
            why -> {
              throw new DataException(
                  "all %d trials failed; with %s: %s"
                      .formatted(trials.size(), best.describe(), why));
            });
    return best;
  }

  /** The learner or pipeline with the best settings, to be fitted on all rows. */
  public T tuned() {
    return settings.apply(best());
  }

  /** For sorting: the smaller, the better; NaN is worst. */
  static double rank(double score, boolean greaterIsBetter) {
    return Double.isNaN(score) ? Double.POSITIVE_INFINITY : greaterIsBetter ? -score : score;
  }

  /** A table of all trials, the best first. */
  @Override
  public String toString() {
    var text =
        new StringBuilder(
            "trial %16s  deviation  rows %9s  settings\n".formatted(metric.name(), "seconds"));
    for (Trial trial : ranked()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%5d %16.6g %10.3g %4.0f%% %9.3f  %s",
              trial.number(),
              trial.score(),
              trial.deviation(),
              100 * trial.proposal().share(),
              trial.seconds(),
              trial.describe()));
      trial.failure().ifPresent(why -> text.append("  failed: ").append(why));
      text.append('\n');
    }
    return text.toString();
  }
}
