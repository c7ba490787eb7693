package org.cairnml.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.metrics.Metric;

/**
 * Measures on training and test rows what differs from point to point.
 *
 * @param varied what varies
 * @param metric what is measured
 */
record CurveRun(String varied, Metric metric) {

  private static final double NANOS = 1e9;

  /** What is measured at one point of the curve. */
  record Setup(double x, String value, Problem problem, List<Split> splits) {}

  private record Pair(double train, double test, long nanos) {}

  /** All splits of all points, side by side; points that were stopped are left out. */
  ScoreCurve run(List<Setup> setups, FitOptions options) {
    int splits = setups.get(0).splits().size();
    int parts = setups.size() * splits;
    FitMonitor monitor = options.monitor(varied, parts);
    FitOptions inner = new FitOptions().withWorkers(options.workers().count());
    List<Pair> all =
        options
            .workers()
            .map(
                parts,
                part -> {
                  if (monitor.isStopped()) {
                    return null;
                  }
                  Setup setup = setups.get(part / splits);
                  Pair scores = scores(setup.problem(), setup.splits().get(part % splits), inner);
                  monitor.step(Double.NaN);
                  return scores;
                });
    List<ScoreCurve.Point> points = new ArrayList<>();
    for (int i = 0; i < setups.size(); i++) {
      List<Pair> some = all.subList(i * splits, (i + 1) * splits);
      if (some.stream().allMatch(Objects::nonNull)) {
        points.add(point(setups.get(i), some));
      }
    }
    return new ScoreCurve(varied, metric, points);
  }

  private Pair scores(Problem problem, Split split, FitOptions options) {
    long start = System.nanoTime();
    Function<int[], FoldPredictions> model = problem.fit(split.train(), options);
    long nanos = System.nanoTime() - start;
    return new Pair(
        model.apply(split.train()).value(metric), model.apply(split.test()).value(metric), nanos);
  }

  private static ScoreCurve.Point point(Setup setup, List<Pair> scores) {
    return new ScoreCurve.Point(
        setup.x(),
        setup.value(),
        scores.stream().map(Pair::train).toList(),
        scores.stream().map(Pair::test).toList(),
        scores.stream().mapToLong(Pair::nanos).average().orElse(0) / NANOS);
  }
}
