package org.cairnml.selection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Learner;
import org.cairnml.data.Table;
import org.cairnml.metrics.Metric;
import org.cairnml.pipeline.Pipeline;

/**
 * Looks for the settings of a learner, or of any step of a pipeline, that score best in
 * cross-validation.
 *
 * <pre>{@code
 * var space = new SearchSpace().real("alpha", 1e-3, 1e3, Dimension.Scale.LOG);
 * var search = new Search(space, new BayesianSearch(50), new KFold(5), RegressionMetric.RMSE);
 * var result = search.run(Pipeline.auto("y", new Ridge()), table);
 * var model = result.tuned().fit(table);
 * }</pre>
 *
 * <p>With a budget in trials, which the strategy has, the result is the same for any number of
 * threads. A budget in time is the deadline of the options: which trials it allows depends on the
 * machine and its load, so such a result cannot be reproduced. Splits of all trials that are tried
 * side by side run in parallel, each on one thread, so threads do not multiply. A setting that
 * cannot be fitted is a failed trial, with the reason; it ends nothing.
 *
 * @param space which settings
 * @param strategy which of them, in which order
 * @param splitter how rows are split
 * @param metric what is compared
 * @param log a file to which each trial is added as a line of JSON when it is done. If it exists,
 *     the trials in it are not done again: a search that was interrupted goes on and ends as if it
 *     had not been
 */
public record Search(
    SearchSpace space,
    SearchStrategy strategy,
    Splitter splitter,
    Metric metric,
    Optional<Path> log) {

  /** Refuses null and an empty space. */
  public Search {
    Objects.requireNonNull(strategy, "strategy");
    Objects.requireNonNull(splitter, "splitter");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(log, "log");
    if (space.dimensions().isEmpty()) {
      throw new IllegalArgumentException("the search space is empty; add a setting to try");
    }
  }

  /** Without a log. */
  public Search(SearchSpace space, SearchStrategy strategy, Splitter splitter, Metric metric) {
    this(space, strategy, splitter, metric, Optional.empty());
  }

  /** The same with a log, which may hold the trials of an interrupted search. */
  public Search withLog(Path file) {
    return new Search(space, strategy, splitter, metric, Optional.of(file));
  }

  /** Searches with default options. */
  public <L extends Learner> SearchResult<L> run(L learner, Dataset data) {
    return run(learner, data, new FitOptions());
  }

  /**
   * Searches the settings of a learner.
   *
   * @param options the workers for the trials; a listener that hears of each and may end the search
   *     with those done; a deadline, which does the same
   * @throws IllegalArgumentException if the space names what the learner does not have, or the
   *     learner is neither a classifier nor a regressor
   * @throws DataException if the log is of another search or of other data, or cannot be written
   */
  public <L extends Learner> SearchResult<L> run(L learner, Dataset data, FitOptions options) {
    List<Trial> trials = trials(Problem.of(learner, data), options);
    return new SearchResult<>(metric, trials, trial -> Settings.apply(learner, trial.settings()));
  }

  /** Searches with default options. */
  public SearchResult<Pipeline> run(Pipeline pipeline, Table table) {
    return run(pipeline, table, new FitOptions());
  }

  /** Searches the settings of a pipeline's learner and steps. */
  public SearchResult<Pipeline> run(Pipeline pipeline, Table table, FitOptions options) {
    List<Trial> trials = trials(Problem.of(pipeline, table, null), options);
    return new SearchResult<>(metric, trials, trial -> Settings.apply(pipeline, trial.settings()));
  }

  private List<Trial> trials(Problem problem, FitOptions options) {
    return trials(problem, options, options.monitor("search", strategy.evaluations(space)));
  }

  /** All trials; the monitor hears of each, and may end the search with those done. */
  List<Trial> trials(Problem problem, FitOptions options, FitMonitor monitor) {
    int splits = problem.splits(splitter).size();
    problem.with(Settings.kept(space));
    List<Trial> done = new ArrayList<>();
    TrialLog lines = TrialLog.open(log, header(problem), problem);
    var trials = new TrialBatch(problem, splitter, splits, metric, lines);
    List<Proposal> batch = strategy.next(space, done, metric.greaterIsBetter());
    while (!batch.isEmpty() && !monitor.isStopped()) {
      done.addAll(trials.run(done.size(), batch, options, monitor));
      batch = strategy.next(space, done, metric.greaterIsBetter());
    }
    return done;
  }

  /** What must be the same for the trials of a log to count, beside the data. */
  private String header(Problem problem) {
    return "%s; %s; %s; %s; %s"
        .formatted(problem.subject(), space, strategy, splitter, metric.name());
  }
}
