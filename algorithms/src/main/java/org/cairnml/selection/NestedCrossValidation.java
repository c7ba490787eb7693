package org.cairnml.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Learner;
import org.cairnml.data.Table;
import org.cairnml.metrics.Metric;
import org.cairnml.pipeline.Pipeline;

/**
 * Measures a search together with what it finds: on the training rows of each outer split the whole
 * search runs, and what it found is fitted there and measured on the test rows. The score of the
 * best trial of a search is too good, since the trial was chosen for it; this one is not.
 *
 * <pre>{@code
 * var search = new Search(space, new RandomSearch(30), new KFold(5), RegressionMetric.RMSE);
 * var nested = new NestedCrossValidation(new KFold(5), search);
 * System.out.println(nested.run(Pipeline.auto("y", new Ridge()), table).scores());
 * }</pre>
 *
 * <p>G. C. Cawley, N. L. C. Talbot, On over-fitting in model selection and subsequent selection
 * bias in performance evaluation, 2010, Journal of Machine Learning Research 11, 2079-2107.
 *
 * @param outer how rows are split to measure
 * @param search what runs on the training rows; its splitter is the inner one
 * @param metrics what is measured on test rows; if none is named, that of the search
 */
public record NestedCrossValidation(Splitter outer, Search search, List<Metric> metrics) {

  /**
   * Keeps its own copy of the metrics.
   *
   * @throws IllegalArgumentException if the search has a log, which holds one search alone
   */
  public NestedCrossValidation {
    Objects.requireNonNull(outer, "outer");
    if (search.log().isPresent()) {
      throw new IllegalArgumentException(
          "nested cross-validation makes a search for each split, but a log holds one search; take"
              + " a search without a log");
    }
    metrics = metrics.isEmpty() ? List.of(search.metric()) : List.copyOf(metrics);
  }

  /** Measures by the metric of the search. */
  public NestedCrossValidation(Splitter outer, Search search) {
    this(outer, search, List.of());
  }

  /** Runs with default options. */
  public <L extends Learner> NestedResult<L> run(L learner, Dataset data) {
    return run(learner, data, new FitOptions());
  }

  /**
   * Searches the settings of a learner in each split.
   *
   * @param options the workers for the trials; a listener that hears of each trial and each split;
   *     one that stops the work ends it with the splits done so far
   * @throws IllegalArgumentException if the space names what the learner does not have
   * @throws org.cairnml.base.DataException if the data cannot be split so, or all trials of a
   *     search failed
   */
  public <L extends Learner> NestedResult<L> run(L learner, Dataset data, FitOptions options) {
    return run(Problem.of(learner, data), settings -> Settings.apply(learner, settings), options);
  }

  /** Runs with default options. */
  public NestedResult<Pipeline> run(Pipeline pipeline, Table table) {
    return run(pipeline, table, new FitOptions());
  }

  /** Searches the settings of a pipeline's learner and steps in each split. */
  public NestedResult<Pipeline> run(Pipeline pipeline, Table table, FitOptions options) {
    return run(
        Problem.of(pipeline, table, null), settings -> Settings.apply(pipeline, settings), options);
  }

  private <T> NestedResult<T> run(
      Problem problem, Function<Map<String, Object>, T> configure, FitOptions options) {
    List<Split> splits = problem.splits(outer);
    var validation = new CrossValidation(outer, metrics);
    long steps = (search.strategy().evaluations(search.space()) + 1L) * splits.size();
    FitMonitor monitor = options.monitor("nested cross-validation", steps);
    FitOptions inner = new FitOptions().withWorkers(options.workers().count());
    List<SearchResult<T>> searches = new ArrayList<>();
    List<Fold> folds = new ArrayList<>();
    for (int k = 0; k < splits.size() && (k == 0 || !monitor.isStopped()); k++) {
      Split split = splits.get(k);
      List<Trial> trials = search.trials(problem.select(split.train()), options, monitor);
      var found =
          new SearchResult<T>(search.metric(), trials, trial -> configure.apply(trial.settings()));
      Problem tuned = problem.with(found.best().settings());
      folds.add(validation.fold(tuned, split, k, splits.size(), inner));
      searches.add(found);
      monitor.step(Double.NaN);
    }
    return new NestedResult<>(
        new CrossValidationResult(metrics, folds, problem.rows().count()), searches);
  }
}
