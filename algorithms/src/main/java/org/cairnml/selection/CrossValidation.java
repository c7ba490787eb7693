package org.cairnml.selection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Learner;
import org.cairnml.data.Table;
import org.cairnml.metrics.ClassificationMetric;
import org.cairnml.metrics.Metric;
import org.cairnml.metrics.RegressionMetric;
import org.cairnml.pipeline.Pipeline;

/**
 * Fits on the training rows of each split and measures on its test rows. Of a pipeline, everything
 * is learned anew in every split: no step sees a test row.
 *
 * <pre>{@code
 * var result = new CrossValidation(new StratifiedKFold(5)).run(Pipeline.auto("y", learner), table);
 * System.out.println(result);
 * }</pre>
 *
 * <p>Splits run in parallel, each on one thread, so threads do not multiply; the scores do not
 * depend on their number.
 *
 * @param splitter how rows are split
 * @param metrics what is measured; if none is named, accuracy, balanced accuracy and, where there
 *     are probabilities, ROC AUC and log loss of classes; RMSE, MAE and R2 of numbers
 */
public record CrossValidation(Splitter splitter, List<Metric> metrics) {

  private static final List<Metric> OF_NUMBERS =
      List.of(RegressionMetric.RMSE, RegressionMetric.MAE, RegressionMetric.R2);
  private static final List<Metric> OF_CLASSES =
      List.of(ClassificationMetric.ACCURACY, ClassificationMetric.BALANCED_ACCURACY);
  private static final List<Metric> OF_PROBABILITIES =
      List.of(
          ClassificationMetric.ACCURACY,
          ClassificationMetric.BALANCED_ACCURACY,
          ClassificationMetric.ROC_AUC,
          ClassificationMetric.LOG_LOSS);

  /** Keeps its own copy of the metrics. */
  public CrossValidation {
    Objects.requireNonNull(splitter, "splitter");
    metrics = List.copyOf(metrics);
  }

  /** With the usual metrics of the task. */
  public CrossValidation(Splitter splitter) {
    this(splitter, List.of());
  }

  /** The same with these metrics. */
  public CrossValidation withMetrics(Metric... chosen) {
    return new CrossValidation(splitter, List.of(chosen));
  }

  /** Runs with default options. */
  public CrossValidationResult run(Learner learner, Dataset data) {
    return run(learner, data, new FitOptions());
  }

  /**
   * Cross-validates a learner; weights of the data count in fits and scores.
   *
   * @param options the workers for the splits, and a listener that hears of each; one that stops
   *     the work ends it with the splits done so far
   * @throws IllegalArgumentException if the learner is neither a classifier nor a regressor
   * @throws DataException if the data cannot be split so or a fit fails, naming the split
   */
  public CrossValidationResult run(Learner learner, Dataset data, FitOptions options) {
    return run(Problem.of(learner, data), options);
  }

  /** Runs with default options. */
  public CrossValidationResult run(Pipeline pipeline, Table table) {
    return run(pipeline, table, new FitOptions());
  }

  /** Cross-validates a pipeline; rows without a target are left out. */
  public CrossValidationResult run(Pipeline pipeline, Table table, FitOptions options) {
    return run(Problem.of(pipeline, table, null), options);
  }

  /**
   * Cross-validates a pipeline on rows of which those with the same value in a column belong
   * together; the column is not a feature.
   */
  public CrossValidationResult runGrouped(
      Pipeline pipeline, Table table, String groups, FitOptions options) {
    return run(Problem.of(pipeline, table, Objects.requireNonNull(groups, "groups")), options);
  }

  CrossValidationResult run(Problem problem, FitOptions options) {
    List<Split> splits = problem.splits(splitter);
    FitMonitor monitor = options.monitor("cross-validation", splits.size());
    FitOptions inner = new FitOptions().withWorkers(options.workers().count());
    List<Fold> folds =
        options
            .workers()
            .map(
                splits.size(),
                k -> {
                  if (monitor.isStopped()) {
                    return null;
                  }
                  Fold fold = fold(problem, splits.get(k), k, splits.size(), inner);
                  monitor.step(Double.NaN);
                  return fold;
                });
    List<Fold> done = new ArrayList<>(folds);
    done.removeIf(Objects::isNull);
    return new CrossValidationResult(
        metrics(problem, done.get(0).predictions()), done, problem.rows().count());
  }

  /** One split; errors about the data name it. */
  Fold fold(Problem problem, Split split, int k, int splits, FitOptions options) {
    try {
      return fold(problem, split, options);
    } catch (DataException e) {
      throw new DataException("split %d of %d: %s".formatted(k + 1, splits, e.getMessage()), e);
    }
  }

  private Fold fold(Problem problem, Split split, FitOptions options) {
    long start = System.nanoTime();
    Function<int[], FoldPredictions> model = problem.fit(split.train(), options);
    long fitted = System.nanoTime();
    FoldPredictions predictions = model.apply(split.test());
    long predicted = System.nanoTime();
    Map<String, Double> scores = new LinkedHashMap<>();
    for (Metric metric : metrics(problem, predictions)) {
      scores.put(metric.name(), predictions.value(metric));
    }
    return new Fold(
        split,
        scores,
        predictions,
        Duration.ofNanos(fitted - start),
        Duration.ofNanos(predicted - fitted));
  }

  private List<Metric> metrics(Problem problem, FoldPredictions predictions) {
    if (!metrics.isEmpty()) {
      return metrics;
    }
    if (!problem.isClassification()) {
      return OF_NUMBERS;
    }
    boolean likely = predictions.classes().orElseThrow().probabilities().isPresent();
    return likely ? OF_PROBABILITIES : OF_CLASSES;
  }
}
