package org.cairnml.tree;

import java.util.SplittableRandom;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.tree.bins.CodeTable;

/** Grows a single tree, whose large nodes several threads share. */
final class TreePlan {

  private final TrainingRows training;
  private final TreeTarget target;
  private final GrowthRules rules;
  private final SplittableRandom random;
  private final FitOptions options;
  private final CodeTable codes;

  TreePlan(
      Dataset data,
      TrainingRows training,
      TreeTarget target,
      TreeLimits limits,
      int maxBins,
      long seed,
      FitOptions options) {
    this.training = training;
    this.target = target;
    this.rules = limits.rules(data.cols(), training.totalWeight(), GrowthRules.Thresholds.BEST);
    this.random = rules.features() < data.cols() ? Seed.of(seed).generator() : null;
    this.options = options;
    codes = CodeTable.of(data, training.allWeights(), maxBins, options.workers());
  }

  /** The tree, pruned at a cost of {@code ccpAlpha} a leaf. */
  Tree grow(double ccpAlpha) {
    Rows rows = new Rows(codes, training.all(target));
    var grower = new TreeGrower(rows, target, rules, random, options.workers());
    return ccpAlpha > 0 ? grower.growToPrune().prune(ccpAlpha) : grower.grow();
  }

  /** The alphas at which pruning removes leaves. */
  double[] pruningPath() {
    Rows rows = new Rows(codes, training.all(target));
    return new TreeGrower(rows, target, rules, random, options.workers()).growToPrune().path();
  }
}
