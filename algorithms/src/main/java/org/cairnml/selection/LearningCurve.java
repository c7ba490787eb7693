package org.cairnml.selection;

import java.util.List;
import java.util.Objects;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Learner;
import org.cairnml.data.Table;
import org.cairnml.metrics.Metric;
import org.cairnml.pipeline.Pipeline;

/**
 * Scores by the number of training rows: whether more rows would help. The test rows of a split
 * stay the same; a smaller part of its training rows is contained in a larger one, and has of each
 * class the same share.
 *
 * @param splitter how rows are split
 * @param metric what is measured
 * @param shares which shares of the training rows of a split to learn from, above 0, at most 1
 * @param seed where the drawing of the rows starts
 */
public record LearningCurve(Splitter splitter, Metric metric, List<Double> shares, Seed seed) {

  /** Checks the shares. */
  public LearningCurve {
    Objects.requireNonNull(splitter, "splitter");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(seed, "seed");
    shares = List.copyOf(shares);
    if (shares.isEmpty() || !shares.stream().allMatch(s -> s > 0 && s <= 1)) {
      throw new IllegalArgumentException(
          "shares must be above 0, at most 1, and one at least, but were " + shares);
    }
  }

  /** At 10, 32, 55, 78 and 100 % of the training rows, from seed 0. */
  public LearningCurve(Splitter splitter, Metric metric) {
    this(splitter, metric, List.of(0.1, 0.325, 0.55, 0.775, 1.0), Seed.of(0));
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
    List<CurveRun.Setup> setups = shares.stream().map(share -> setup(problem, share)).toList();
    return new CurveRun("training rows", metric).run(setups, options);
  }

  private CurveRun.Setup setup(Problem problem, double share) {
    List<Split> splits = problem.splits(new TrainingShare(splitter, share, seed));
    long rows = Math.round(splits.stream().mapToInt(s -> s.train().length).average().orElseThrow());
    return new CurveRun.Setup(rows, Long.toString(rows), problem, splits);
  }
}
