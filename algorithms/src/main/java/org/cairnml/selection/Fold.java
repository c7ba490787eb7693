package org.cairnml.selection;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One split of a cross-validation and what came of it.
 *
 * @param split the rows
 * @param scores the value of each metric on the test rows, by its name
 * @param predictions of the test rows, in their order
 * @param fitTime how long the fit took, all steps of a pipeline included
 * @param predictTime how long the predictions of the test rows took
 */
public record Fold(
    Split split,
    Map<String, Double> scores,
    FoldPredictions predictions,
    Duration fitTime,
    Duration predictTime) {

  /** Keeps its own copy of the scores. */
  public Fold {
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
  }
}
