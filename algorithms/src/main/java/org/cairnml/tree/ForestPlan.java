package org.cairnml.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.tree.bins.CodeTable;

/**
 * Grows the trees of a forest, side by side. Tree i depends on the data, the recipe and {@code
 * seed.child(i)} alone.
 */
final class ForestPlan {

  private final ForestRecipe recipe;
  private final TrainingRows training;
  private final TreeTarget target;
  private final GrowthRules rules;
  private final Seed seed;
  private final CodeTable codes;
  private final FitOptions options;

  ForestPlan(
      ForestRecipe recipe,
      Dataset data,
      TrainingRows training,
      TreeTarget target,
      FitOptions options) {
    this.recipe = recipe;
    this.training = training;
    this.target = target;
    this.rules = recipe.limits().rules(data.cols(), training.totalWeight(), recipe.thresholds());
    this.seed = Seed.of(recipe.seed());
    this.options = options;
    codes = CodeTable.of(data, training.allWeights(), recipe.maxBins(), options.workers());
  }

  /** All trees, of which some are grown before; fewer if the monitor is stopped. */
  List<Tree> growFrom(List<Tree> before, FitMonitor monitor) {
    int trees = recipe.trees();
    List<Tree> all = new ArrayList<>(before.subList(0, Math.min(trees, before.size())));
    all.addAll(grow(all.size(), trees, monitor));
    return all;
  }

  /** Trees {@code first} to {@code end - 1}, fewer if the monitor is stopped. */
  private List<Tree> grow(int first, int end, FitMonitor monitor) {
    Tree[] trees = new Tree[end - first];
    options
        .workers()
        .run(
            trees.length,
            i -> {
              if (!monitor.isStopped()) {
                trees[i] = growTree(first + i);
                monitor.step(Double.NaN);
              }
            });
    int done = 0;
    while (done < trees.length && trees[done] != null) {
      done++;
    }
    return List.of(Arrays.copyOf(trees, done));
  }

  private Tree growTree(int number) {
    SplittableRandom random = seed.child(number).generator();
    Rows rows = new Rows(codes, entries(random));
    return new TreeGrower(rows, target, rules, random, options.workers()).grow();
  }

  private long[] entries(SplittableRandom random) {
    RowSampling sampling = recipe.sampling();
    if (!sampling.bootstrap()) {
      return training.all(target);
    }
    int draws = Math.max(1, (int) Math.round(sampling.sampleFraction() * training.size()));
    return training.draw(target, random, draws);
  }

  /** Which rows of the data tree {@code number} was grown on. */
  BitSet inBag(int number) {
    BitSet inBag = new BitSet();
    for (long entry : entries(seed.child(number).generator())) {
      inBag.set(Rows.row(entry));
    }
    return inBag;
  }
}
