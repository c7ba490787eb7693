package org.cairnml.core;

import java.time.Duration;
import org.cairnml.base.Progress;

/**
 * Watches one running fit for its learner: tells the listener of each step, keeps the deadline, and
 * makes the summary. Safe for use by several threads.
 */
public final class FitMonitor {

  private final FitOptions options;
  private final String task;
  private final long total;
  private final long start = System.nanoTime();
  private long done;
  private boolean stopped;

  FitMonitor(FitOptions options, String task, long total) {
    this.options = options;
    this.task = task;
    this.total = total;
  }

  /** Reports one more step; returns whether the work may go on. */
  public synchronized boolean step(double objective) {
    if (stopped) {
      return false;
    }
    done++;
    var step = new Progress.Step(task, done, total, objective);
    boolean listenerStops = options.progress().onStep(step) == Progress.Answer.STOP;
    boolean late = options.deadline().map(limit -> elapsed().compareTo(limit) >= 0).orElse(false);
    stopped = listenerStops || late;
    return !stopped;
  }

  /** Whether the deadline or the listener has ended the work. */
  public synchronized boolean isStopped() {
    return stopped;
  }

  /** The time since the fit began. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The summary of a fit that ends now. */
  public FitSummary summary(int iterations, boolean converged, double objective, String note) {
    return new FitSummary(iterations, converged && !isStopped(), objective, elapsed(), note);
  }

  /** The summary of a fit that ends now, with nothing to note. */
  public FitSummary summary(int iterations, boolean converged, double objective) {
    return summary(iterations, converged, objective, "");
  }
}
