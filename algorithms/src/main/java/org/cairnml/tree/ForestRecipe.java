package org.cairnml.tree;

import java.util.List;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema.Missing;
import org.cairnml.data.Labels;

/**
 * How a forest is grown, of classes or of numbers.
 *
 * @param name of the learner, for the listener
 * @param trees how many there shall be
 * @param thresholds how nodes find them
 */
record ForestRecipe(
    String name,
    int trees,
    TreeLimits limits,
    GrowthRules.Thresholds thresholds,
    RowSampling sampling,
    int maxBins,
    long seed) {

  /** What came of it; {@code plan} knows which rows a tree has seen. */
  private record Grown(List<Tree> trees, FitSummary summary, ForestPlan plan) {}

  /**
   * A forest of classes.
   *
   * @param before its first trees, grown by the same recipe on the same data
   */
  ClassificationForest grow(
      List<Tree> before,
      Dataset data,
      FitOptions options,
      ClassificationCriterion criterion,
      ClassWeights classWeights) {
    data.check(Missing.ALLOWED);
    Labels labels = data.labels();
    TrainingRows training = TrainingRows.of(data, classWeights);
    var target = ClassTarget.of(labels, training.weights(), criterion);
    Grown grown = grow(before, data, training, target, options);
    OutOfBag unseen =
        sampling.outOfBag()
            ? OutOfBag.ofClasses(grown.plan, grown.trees, data, options.workers())
            : null;
    return new ClassificationForest(
        data.schema(), labels.classes(), grown.trees, grown.summary, unseen);
  }

  /**
   * A forest of numbers.
   *
   * @param before its first trees, grown by the same recipe on the same data
   */
  RegressionForest grow(
      List<Tree> before, Dataset data, FitOptions options, RegressionCriterion criterion) {
    data.check(Missing.ALLOWED);
    TrainingRows training = TrainingRows.of(data);
    var target = NumberTarget.of(data, training.weights(), criterion);
    Grown grown = grow(before, data, training, target, options);
    OutOfBag unseen =
        sampling.outOfBag()
            ? OutOfBag.ofNumbers(grown.plan, grown.trees, data, options.workers())
            : null;
    return new RegressionForest(data.schema(), grown.trees, grown.summary, unseen);
  }

  private Grown grow(
      List<Tree> before,
      Dataset data,
      TrainingRows training,
      TreeTarget target,
      FitOptions options) {
    FitMonitor monitor = options.monitor(name, Math.max(0, trees - before.size()));
    var plan = new ForestPlan(this, data, training, target, options);
    List<Tree> all = plan.growFrom(before, monitor);
    return new Grown(all, monitor.summary(all.size(), true, Double.NaN), plan);
  }
}
