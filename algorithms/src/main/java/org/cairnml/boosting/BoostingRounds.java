package org.cairnml.boosting;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.tree.Tree;

/** The scores of the training rows and what one round does to them. */
final class BoostingRounds {

  private static final int PASSIVE_PART = 4096;

  private final Crew crew;
  private final BoostingSettings settings;
  private final Constraints constraints;
  private final PackedBins bins;
  private final Objective objective;
  private final int outputs;
  private final double[][] first;
  private final double[][] second;
  private final double[] partValues;
  private final GradientPack[] packs;
  private final TreeGrower[] growers;
  private final int[] candidates;
  private final int[] drawn;
  private final Seed seed;
  private double[][] scores;

  /**
   * @param weights one a row, of which those of weight 0 are left out; or null
   */
  BoostingRounds(
      Crew crew,
      BoostingSettings settings,
      Constraints constraints,
      PackedBins bins,
      Objective objective,
      double[] weights) {
    this.crew = crew;
    this.settings = settings;
    this.bins = bins;
    this.objective = objective;
    this.outputs = objective.outputs();
    this.first = new double[outputs][bins.rows()];
    this.second = new double[outputs][bins.rows()];
    this.partValues = new double[objective.parts()];
    this.packs = new GradientPack[outputs];
    Arrays.setAll(packs, k -> new GradientPack(bins.rows()));
    this.constraints = constraints;
    this.growers = new TreeGrower[crew.size()];
    this.candidates =
        IntStream.range(0, bins.rows()).filter(i -> weights == null || weights[i] > 0).toArray();
    this.drawn = settings.rowShare() < 1 ? new int[candidates.length] : candidates;
    this.seed = Seed.of(settings.seed());
  }

  void startFrom(TreeEnsemble ensemble, Dataset data) {
    scores = ensemble.scoresByOutput(data.x(), data.schema());
  }

  /** Computes all derivatives at the scores so far; returns the mean loss. */
  double differentiate() {
    crew.run(
        0,
        partValues.length,
        (part, member) -> partValues[part] = objective.derivatives(part, scores, first, second));
    return mean();
  }

  private double mean() {
    double sum = 0;
    for (double value : partValues) {
      sum += value;
    }
    return sum / objective.totalWeight();
  }

  /**
   * Adds one tree an output.
   *
   * @param goOn whether a next round will need derivatives
   */
  Round round(int number, boolean goOn) {
    Seed ofRound = seed.child(number);
    int active = candidates.length;
    boolean[] isActive = null;
    if (settings.rowShare() < 1) {
      active =
          Sampling.draw(
              candidates, candidates.length, settings.rowShare(), ofRound.child(0), drawn);
      isActive = new boolean[bins.rows()];
      for (int i = 0; i < active; i++) {
        isActive[drawn[i]] = true;
      }
    }
    int count = active;
    boolean[] mask = isActive;
    Tree[] trees = new Tree[outputs];
    crew.run(
        0,
        outputs,
        (k, member) -> trees[k] = addTree(member, k, grower(member), count, mask, ofRound));
    double mean;
    if (goOn) {
      mean = differentiate();
    } else {
      crew.run(
          0, partValues.length, (part, member) -> partValues[part] = objective.value(part, scores));
      mean = mean();
    }
    return new Round(Arrays.asList(trees), mean);
  }

  /** The member's own, since each grows one tree at a time. */
  private TreeGrower grower(int member) {
    if (growers[member] == null) {
      growers[member] = new TreeGrower(bins, settings.tree(), constraints, crew.size());
    }
    return growers[member];
  }

  private Tree addTree(
      int member, int k, TreeGrower grower, int count, boolean[] isActive, Seed ofRound) {
    packs[k].set(crew, member, first[k], second[k], drawn, count);
    ColumnSample columns = new ColumnSample(settings, bins.columns(), ofRound.child(1 + k));
    GrownTree tree = grower.grow(crew, member, packs[k], drawn, count, columns);
    if (objective.leafQuantile().isPresent()) {
      crew.run(member, tree.leafCount(), (leaf, by) -> renew(tree, leaf, k));
    }
    tree.shrink(settings.learningRate());
    tree.addTo(crew, member, scores[k]);
    if (isActive != null) {
      crew.ranges(
          member,
          bins.rows(),
          PASSIVE_PART,
          (from, to) -> tree.addToPassive(from, to, isActive, scores[k]));
    }
    return tree.toTree();
  }

  /** Sets a leaf's value to the quantile of its rows' residuals that the loss asks for. */
  private void renew(GrownTree tree, int leaf, int k) {
    int from = tree.from(leaf);
    int n = tree.to(leaf) - from;
    double[] residuals = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      int row = tree.rows()[from + i];
      residuals[i] = objective.residual(row, scores[k][row]);
      weights[i] = objective.weight(row);
    }
    tree.setValue(
        leaf, WeightedQuantile.of(residuals, weights, n, objective.leafQuantile().getAsDouble()));
  }
}
