package org.cairnml.boosting;

import java.util.OptionalInt;
import org.cairnml.core.Param;
import org.cairnml.core.ParamGroup;

/**
 * How each tree of a boosting is grown.
 *
 * @param growth which leaf is split next
 * @param maxLeaves the most leaves of a tree
 * @param maxDepth the most questions from the root to a leaf
 * @param minSamplesLeaf fewest rows of a leaf
 * @param minChildWeight least second derivative of the loss in a leaf
 * @param l1 penalty on the absolute leaf values
 * @param l2 penalty on the squared leaf values
 * @param minGain least gain of a split
 * @param maxStep largest absolute leaf value, before the learning rate
 */
@ParamGroup
public record TreeSettings(
    @Param("Which leaf is split next") Growth growth,
    @Param(value = "The most leaves of a tree", range = "[2, inf)") int maxLeaves,
    @Param(value = "The most questions from the root to a leaf", range = "[1, inf)")
        OptionalInt maxDepth,
    @Param(value = "Fewest rows of a leaf", range = "[1, inf)") int minSamplesLeaf,
    @Param(value = "Least second derivative of the loss in a leaf", range = "[0, inf)")
        double minChildWeight,
    @Param(value = "Penalty on the absolute leaf values", range = "[0, inf)") double l1,
    @Param(value = "Penalty on the squared leaf values", range = "[0, inf)") double l2,
    @Param(value = "Least gain of a split", range = "[0, inf)") double minGain,
    @Param(value = "Largest absolute leaf value, before the learning rate", range = "(0, inf]")
        double maxStep)
    implements TreeSettingsParams {

  /** Checks the ranges; use {@code new TreeSettings().with...(...)} instead. */
  public TreeSettings {
    TreeSettingsParams.check(
        growth, maxLeaves, maxDepth, minSamplesLeaf, minChildWeight, l1, l2, minGain, maxStep);
  }

  /** 31 leaves, the best first, of at least 20 rows; no penalties. */
  public TreeSettings() {
    this(Growth.LEAF_WISE, 31, OptionalInt.empty(), 20, 1e-3, 0, 0, 0, Double.POSITIVE_INFINITY);
  }

  /** Whether a leaf so many questions from the root may be split. */
  boolean allowsSplitAt(int depth) {
    return maxDepth.isEmpty() || depth < maxDepth.getAsInt();
  }

  /** The leaf value that minimizes {@code g w + (h + l2) w^2 / 2 + l1 |w|}, within the step. */
  double leafValue(double g, double h) {
    double shrunk = Math.max(0, Math.abs(g) - l1);
    double value = shrunk == 0 ? 0 : -Math.copySign(shrunk, g) / (h + l2);
    return Math.max(-maxStep, Math.min(maxStep, value));
  }

  /** By how much a leaf with its best value lowers the objective, times two. */
  double score(double g, double h) {
    double shrunk = Math.max(0, Math.abs(g) - l1);
    return shrunk == 0 ? 0 : shrunk * shrunk / (h + l2);
  }

  /** By how much a leaf with a given value lowers the objective, times two. */
  double score(double g, double h, double value) {
    return -(2 * g * value + (h + l2) * value * value + 2 * l1 * Math.abs(value));
  }
}
