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
import org.cairnml.tree.bins.BinnedData;
import org.cairnml.tree.bins.Binning;
import org.cairnml.tree.bins.RowBins;

/**
 * Grows the trees of a forest, side by side. Tree i depends on the data, the rules and {@code
 * seed.child(i)} alone.
 */
final class ForestPlan {

  private final TrainingRows training;
  private final TreeTarget target;
  private final GrowthRules rules;
  private final double sampleFraction;
  private final Seed seed;
  private final BinnedData bins;
  private final RowBins rowBins;
  private final FitOptions options;

  /**
   * A plan.
   *
   * @param sampleFraction how many rows to draw with replacement for each tree, as a share of all;
   *     NaN to take every row once
   */
  ForestPlan(
      Dataset data,
      TrainingRows training,
      TreeTarget target,
      GrowthRules rules,
      double sampleFraction,
      int maxBins,
      Seed seed,
      FitOptions options) {
    this.training = training;
    this.target = target;
    this.rules = rules;
    this.sampleFraction = sampleFraction;
    this.seed = seed;
    this.options = options;
    Binning binning =
        Binning.of(data.x(), data.schema(), training.allWeights(), maxBins, options.workers());
    bins = binning.apply(data.x(), options.workers());
    rowBins = RowBins.of(bins, options.workers()).orElse(null);
  }

  /** The first {@code trees} trees, of which some are grown; fewer if the monitor is stopped. */
  List<Tree> growFrom(List<Tree> before, int trees, FitMonitor monitor) {
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
    Rows rows = new Rows(bins, rowBins, entries(random));
    return new TreeGrower(rows, target, rules, random, options.workers()).grow();
  }

  private long[] entries(SplittableRandom random) {
    if (Double.isNaN(sampleFraction)) {
      return training.all(target);
    }
    int draws = Math.max(1, (int) Math.round(sampleFraction * training.size()));
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
