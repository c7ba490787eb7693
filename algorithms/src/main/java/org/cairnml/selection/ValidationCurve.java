package org.cairnml.selection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Learner;
import org.cairnml.data.Table;
import org.cairnml.metrics.Metric;
import org.cairnml.pipeline.Pipeline;

/**
 * Scores by the value of one setting: where it makes the model too simple, and where too free.
 *
 * @param splitter how rows are split
 * @param metric what is measured
 * @param name the setting, named as in a {@link SearchSpace}
 * @param values what it is set to, one after the other
 */
public record ValidationCurve(Splitter splitter, Metric metric, String name, List<Object> values) {

  /** Refuses no values. */
  public ValidationCurve {
    Objects.requireNonNull(splitter, "splitter");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(name, "name");
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a validation curve needs at least one value of " + name);
    }
  }

  /** Runs with default options. */
  public ScoreCurve run(Learner learner, Dataset data) {
    return run(learner, data, new FitOptions());
  }

  /**
   * The curve of a learner.
   *
   * @param options the workers for the fits, all of which run side by side; a listener that hears
   *     of each fit, and may end the work with the points done
   * @throws IllegalArgumentException if there is no such setting, or a value is not allowed
   * @throws org.cairnml.base.DataException if the data cannot be split so, or a fit fails
   */
  public ScoreCurve run(Learner learner, Dataset data, FitOptions options) {
    return run(Problem.of(learner, data), options);
  }

  /** Runs with default options. */
  public ScoreCurve run(Pipeline pipeline, Table table) {
    return run(pipeline, table, new FitOptions());
  }

  /** The curve of a pipeline. */
  public ScoreCurve run(Pipeline pipeline, Table table, FitOptions options) {
    return run(Problem.of(pipeline, table, null), options);
  }

  private ScoreCurve run(Problem problem, FitOptions options) {
    List<Split> splits = problem.splits(splitter);
    List<CurveRun.Setup> setups =
        IntStream.range(0, values.size())
            .mapToObj(i -> setup(problem, splits, i, values.get(i)))
            .toList();
    return new CurveRun(name, metric).run(setups, options);
  }

  private CurveRun.Setup setup(Problem problem, List<Split> splits, int place, Object value) {
    double x = value instanceof Number number ? number.doubleValue() : place;
    return new CurveRun.Setup(
        x, Hyperparameters.text(value), problem.with(Map.of(name, value)), splits);
  }
}
