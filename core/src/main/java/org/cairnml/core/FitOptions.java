package org.cairnml.core;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.cairnml.base.Progress;
import org.cairnml.base.Workers;

/**
 * What a fit needs that is neither data nor hyperparameter. None of it changes the result, except
 * that a deadline or a listener may end the work early and a validation set may decide when to
 * stop.
 *
 * @param workers how many threads may work; the standard number unless told
 * @param progress hears of each step; nobody unless told
 * @param deadline how long the fit may take before it ends with what it has; no limit unless told
 * @param validation rows that are not trained on, for learners that watch them
 */
public record FitOptions(
    Workers workers, Progress progress, Optional<Duration> deadline, Optional<Dataset> validation) {

  /** Refuses null. */
  public FitOptions {
    Objects.requireNonNull(workers, "workers");
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(validation, "validation");
  }

  /** The defaults. */
  public FitOptions() {
    this(Workers.standard(), Progress.none(), Optional.empty(), Optional.empty());
  }

  /** The same with this many threads at most. */
  public FitOptions withWorkers(int count) {
    return new FitOptions(Workers.of(count), progress, deadline, validation);
  }

  /** The same with this listener. */
  public FitOptions withProgress(Progress listener) {
    return new FitOptions(workers, listener, deadline, validation);
  }

  /** The same with this limit of time. */
  public FitOptions withDeadline(Duration limit) {
    return new FitOptions(workers, progress, Optional.of(limit), validation);
  }

  /** The same with these rows to watch. */
  public FitOptions withValidation(Dataset data) {
    return new FitOptions(workers, progress, deadline, Optional.of(data));
  }

  /** Starts the clock of one fit of at most {@code steps} steps. */
  public FitMonitor monitor(String task, long steps) {
    return new FitMonitor(this, task, steps);
  }
}
