package org.cairnml.tree;

import java.util.OptionalInt;
import org.cairnml.core.Param;
import org.cairnml.core.ParamGroup;

/**
 * When the nodes of a tree are split and how many features each looks at; the defaults let trees
 * grow until their leaves are pure.
 *
 * @param maxDepth the most questions from the root to a leaf
 * @param maxLeaves the most leaves of a tree, the best splits first
 * @param minSamplesSplit fewest rows of a node that is split
 * @param minSamplesLeaf fewest rows of a leaf
 * @param minWeightFractionLeaf least weight of a leaf, as a share of all
 * @param minImpurityDecrease least improvement by a split, a row of the data
 * @param maxFeatures features drawn at each node: sqrt, log2, all, a count or a share
 */
@ParamGroup
public record TreeLimits(
    @Param(value = "The most questions from the root to a leaf", range = "[1, inf)")
        OptionalInt maxDepth,
    @Param(value = "The most leaves of a tree, the best splits first", range = "[2, inf)")
        OptionalInt maxLeaves,
    @Param(value = "Fewest rows of a node that is split", range = "[2, inf)") int minSamplesSplit,
    @Param(value = "Fewest rows of a leaf", range = "[1, inf)") int minSamplesLeaf,
    @Param(value = "Least weight of a leaf, as a share of all", range = "[0, 0.5]")
        double minWeightFractionLeaf,
    @Param(value = "Least improvement by a split, a row of the data", range = "[0, inf)")
        double minImpurityDecrease,
    @Param("Features drawn at each node: sqrt, log2, all, a count or a share") String maxFeatures)
    implements TreeLimitsParams {

  /** Checks the ranges; use {@code new TreeLimits().with...(...)} instead. */
  public TreeLimits {
    TreeLimitsParams.check(
        maxDepth,
        maxLeaves,
        minSamplesSplit,
        minSamplesLeaf,
        minWeightFractionLeaf,
        minImpurityDecrease,
        maxFeatures);
    MaxFeatures.check(maxFeatures);
  }

  /** No limits, and every node looks at all features. */
  public TreeLimits() {
    this(OptionalInt.empty(), OptionalInt.empty(), 2, 1, 0, 0, "all");
  }

  /** The limits in absolute numbers, for {@code d} features and rows of this weight in all. */
  GrowthRules rules(int d, double totalWeight, GrowthRules.Thresholds thresholds) {
    return new GrowthRules(
        maxDepth.orElse(Integer.MAX_VALUE),
        maxLeaves.orElse(Integer.MAX_VALUE),
        minSamplesSplit,
        minSamplesLeaf,
        minWeightFractionLeaf * totalWeight,
        minImpurityDecrease * totalWeight,
        MaxFeatures.of(maxFeatures, d),
        thresholds);
  }
}
