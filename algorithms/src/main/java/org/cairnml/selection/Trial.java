package org.cairnml.selection;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairnml.core.Hyperparameters;

/**
 * Settings that were tried, and what came of them.
 *
 * @param number from 0, in the order of the strategy
 * @param proposal what was tried
 * @param score the mean over the splits; NaN if the trial failed
 * @param deviation of the scores of the splits (n - 1); NaN if the trial failed or there was but
 *     one split
 * @param seconds how long all its fits and predictions took
 * @param failure why there is no score, if there is none
 */
public record Trial(
    int number,
    Proposal proposal,
    double score,
    double deviation,
    double seconds,
    Optional<String> failure) {

  /** The value of each name. */
  public Map<String, Object> settings() {
    return proposal.settings();
  }

  /** The settings as a person writes them: {@code alpha=0.1 intercept=true}. */
  public String describe() {
    return settings().entrySet().stream()
        .map(e -> e.getKey() + "=" + Hyperparameters.text(e.getValue()))
        .collect(Collectors.joining(" "));
  }
}
