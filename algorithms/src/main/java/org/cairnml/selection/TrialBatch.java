package org.cairnml.selection;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.metrics.Metric;

/**
 * Runs trials side by side, all splits of all of them at once.
 *
 * @param problem what settings are put into
 * @param splitter how its rows are split
 * @param splits how many splits that makes
 * @param metric what is measured
 * @param log the trials that need not be done, and where those go that are
 */
record TrialBatch(Problem problem, Splitter splitter, int splits, Metric metric, TrialLog log) {

  /** The trials of some proposals, the first of this number; without those that were stopped. */
  List<Trial> run(int first, List<Proposal> proposals, FitOptions options, FitMonitor monitor) {
    Trial[] trials = new Trial[proposals.size()];
    for (int i = 0; i < trials.length && !monitor.isStopped(); i++) {
      trials[i] = log.known(first + i, proposals.get(i)).orElse(null);
      if (trials[i] != null) {
        monitor.step(rank(trials[i]));
      }
    }
    int[] open = IntStream.range(0, trials.length).filter(i -> trials[i] == null).toArray();
    TrialRun[] runs = new TrialRun[trials.length];
    for (int i : open) {
      runs[i] = new TrialRun(first + i, proposals.get(i), problem, splitter, splits, metric);
    }
    FitOptions inner = new FitOptions().withWorkers(options.workers().count());
    options
        .workers()
        .run(
            open.length * splits,
            part -> {
              int i = open[part / splits];
              if (!monitor.isStopped()) {
                runs[i]
                    .run(part % splits, inner)
                    .ifPresent(
                        trial -> {
                          trials[i] = trial;
                          runs[i] = null;
                          log.add(trial);
                          monitor.step(rank(trial));
                        });
              }
            });
    return Arrays.stream(trials).filter(Objects::nonNull).toList();
  }

  private double rank(Trial trial) {
    return SearchResult.rank(trial.score(), metric.greaterIsBetter());
  }
}
