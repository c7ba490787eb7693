package org.cairnml.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;

/** Passes of stochastic gradient descent for several linear functions of the same rows. */
final class SGDSearch {

  /** A fit whose loss is so many times that of coefficients 0 has diverged. */
  private static final double HOPELESS = 1e3;

  private final SGDSettings settings;
  private final int n;
  private final List<SGDRun> runs = new ArrayList<>();
  private final double[] best;
  private final int[] failures;
  private final boolean[] settled;
  private final double lossOfNothing;

  /**
   * For each function its targets and the state from which it goes on; weights are those of rows.
   */
  SGDSearch(
      SGDSettings settings,
      PointLoss loss,
      Dataset data,
      List<double[]> targets,
      double[] weights,
      List<SGDState> states) {
    this.settings = settings;
    this.n = data.rows();
    FeatureRows rows = FeatureRows.of(data);
    for (int k = 0; k < states.size(); k++) {
      states.get(k).check(settings);
      runs.add(new SGDRun(settings, loss, rows, targets.get(k), weights, states.get(k)));
    }
    this.best = new double[runs.size()];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    this.failures = new int[runs.size()];
    this.settled = new boolean[runs.size()];
    this.lossOfNothing =
        targets.stream().flatMapToDouble(Arrays::stream).map(y -> loss.value(0, y)).sum() / n;
  }

  /** Passes until the loss of each function has settled; the objective is the mean loss of rows. */
  FitSummary untilSettled(FitMonitor monitor, Workers workers) {
    for (int pass = 1; ; pass++) {
      double loss = pass(workers);
      boolean all = IntStream.range(0, runs.size()).allMatch(k -> settled[k]);
      boolean goesOn = monitor.step(loss) && pass < settings.maxIterations();
      if (all || !goesOn) {
        if (loss > HOPELESS * lossOfNothing) {
          throw SGDRun.diverged();
        }
        return monitor.summary(pass, all, loss);
      }
    }
  }

  /** One pass, which is all that is wanted of it. */
  FitSummary once(FitOptions options) {
    FitMonitor monitor = options.monitor("sgd", 1);
    double loss = pass(options.workers());
    monitor.step(loss);
    return monitor.summary(1, true, loss);
  }

  /** One pass of all functions that have not settled; returns the mean loss of all. */
  private double pass(Workers workers) {
    List<Double> sums = workers.map(runs.size(), k -> settled[k] ? best[k] : runs.get(k).pass());
    double total = 0;
    for (int k = 0; k < sums.size(); k++) {
      double sum = sums.get(k);
      total += sum / n;
      failures[k] = sum > best[k] - settings.tolerance() * n ? failures[k] + 1 : 0;
      best[k] = Math.min(best[k], sum);
      if (failures[k] >= settings.patience() && !settled[k]) {
        settled[k] = !runs.get(k).shorten();
        failures[k] = 0;
      }
    }
    return total;
  }

  /** Where each function stands. */
  List<SGDState> states() {
    return runs.stream().map(SGDRun::state).toList();
  }

  /** Refuses rows whose columns are not those of the model. */
  static void requireSame(Schema model, Schema batch) {
    if (!model.equals(batch)) {
      throw new DataException(
          "the model was fitted on the columns "
              + model.names()
              + ", the rows have "
              + batch.names());
    }
  }
}
