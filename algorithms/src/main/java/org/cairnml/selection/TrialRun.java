package org.cairnml.selection;

import java.util.List;
import java.util.Optional;
import org.cairnml.base.CairnException;
import org.cairnml.base.Seed;
import org.cairnml.core.FitOptions;
import org.cairnml.metrics.Metric;

/** One trial under way: its splits may run side by side, on any threads and in any order. */
final class TrialRun {

  private static final Seed SHARES = Seed.of(0);
  private static final double NANOS = 1e9;

  private final int number;
  private final Proposal proposal;
  private final Problem base;
  private final TrainingShare share;
  private final Metric metric;
  private final double[] scores;
  private Problem problem;
  private List<Split> splits;
  private int failedSplit = Integer.MAX_VALUE;
  private Optional<String> failure = Optional.empty();
  private int left;
  private long nanos;

  /** A trial of a problem that the splitter splits so many times. */
  TrialRun(
      int number, Proposal proposal, Problem base, Splitter splitter, int splits, Metric metric) {
    this.number = number;
    this.proposal = proposal;
    this.base = base;
    this.share = new TrainingShare(splitter, proposal.share(), SHARES);
    this.metric = metric;
    this.scores = new double[splits];
    this.left = splits;
  }

  /** Runs split k, unless one before it failed; returns the trial when this was the last. */
  Optional<Trial> run(int k, FitOptions options) {
    long start = System.nanoTime();
    double score = Double.NaN;
    Optional<String> why = Optional.empty();
    if (isWanted(k)) {
      try {
        prepare();
        score =
            new CrossValidation(share, List.of(metric))
                .fold(problem, splits.get(k), k, splits.size(), options)
                .scores()
                .get(metric.name());
      } catch (CairnException | IllegalArgumentException e) {
        why = Optional.of(String.valueOf(e.getMessage()));
      }
    }
    return ended(k, score, why, System.nanoTime() - start);
  }

  private synchronized boolean isWanted(int k) {
    return k < failedSplit;
  }

  private synchronized void prepare() {
    if (splits == null) {
      problem = base.with(proposal.settings());
      splits = problem.splits(share);
    }
  }

  private synchronized Optional<Trial> ended(int k, double score, Optional<String> why, long time) {
    scores[k] = score;
    nanos += time;
    left--;
    if (why.isPresent() && k < failedSplit) {
      failedSplit = k;
      failure = why;
    }
    return left == 0 ? Optional.of(trial()) : Optional.empty();
  }

  private Trial trial() {
    double mean = failure.isPresent() ? Double.NaN : Scores.mean(scores);
    if (failure.isEmpty() && Double.isNaN(mean)) {
      failure = Optional.of(metric.name() + " is not defined in every split");
    }
    double deviation = failure.isPresent() ? Double.NaN : Scores.deviation(scores);
    return new Trial(number, proposal, mean, deviation, nanos / NANOS, failure);
  }
}
