package org.cairnml.linear;

import java.util.stream.IntStream;
import org.cairnml.base.Seed;
import org.cairnml.core.Param;
import org.cairnml.core.ParamGroup;

/**
 * How {@link SGDClassifier} and {@link SGDRegressor} descend.
 *
 * @param penalty what is penalized
 * @param alpha strength of the penalty; the learning rate OPTIMAL goes by it even without one
 * @param l1Ratio the share of the penalty on magnitudes in an elastic net; of no effect otherwise
 * @param intercept whether the score may be other than 0 where all features are 0
 * @param learningRate how the length of steps changes
 * @param eta0 the length of the first step, except where the schedule is OPTIMAL
 * @param power of the step number in INVERSE_SCALING
 * @param maxIterations passes at most
 * @param tolerance a pass that lowers the mean loss of rows by no more counts as without success
 * @param patience passes without success before the end
 * @param averaged whether predictions use the mean of the coefficients after each step
 * @param shuffled whether each pass takes the rows in a random order
 * @param seed where randomness starts
 */
@ParamGroup
public record SGDSettings(
    @Param("What is penalized") Penalty penalty,
    @Param(value = "Strength of the penalty", range = "(0, inf)") double alpha,
    @Param(value = "Share of the L1 penalty in an elastic net", range = "[0, 1]") double l1Ratio,
    @Param("Whether to fit intercepts") boolean intercept,
    @Param("How the length of steps changes") LearningRate learningRate,
    @Param(value = "The length of the first step", range = "(0, inf)") double eta0,
    @Param(value = "Power of the step number in INVERSE_SCALING", range = "[0, inf)") double power,
    @Param(value = "Passes over the rows at most", range = "[1, inf)") int maxIterations,
    @Param(value = "The fall of the mean loss that counts", range = "[0, inf)") double tolerance,
    @Param(value = "Passes without a fall before the end", range = "[1, inf)") int patience,
    @Param("Whether to predict with the mean of all steps") boolean averaged,
    @Param("Whether passes take rows in random order") boolean shuffled,
    @Param("Where randomness starts") long seed)
    implements SGDSettingsParams {

  /** Checks the ranges; use {@code new SGDSettings().with...(...)} instead. */
  public SGDSettings {
    SGDSettingsParams.check(
        penalty,
        alpha,
        l1Ratio,
        intercept,
        learningRate,
        eta0,
        power,
        maxIterations,
        tolerance,
        patience,
        averaged,
        shuffled,
        seed);
  }

  /**
   * Penalty L2, alpha 1e-4, l1Ratio 0.15, with intercepts, optimal learning rate (eta0 0.01 and
   * power 0.5 for the others), 1000 passes at most, tolerance 1e-3, patience 5, no averaging,
   * shuffled, seed 0.
   */
  public SGDSettings() {
    this(
        Penalty.L2,
        1e-4,
        0.15,
        true,
        LearningRate.OPTIMAL,
        0.01,
        0.5,
        1000,
        1e-3,
        5,
        false,
        true,
        0);
  }

  /** The share of alpha on magnitudes. */
  double l1() {
    return switch (penalty) {
      case NONE, L2 -> 0;
      case L1 -> alpha;
      case ELASTIC_NET -> alpha * l1Ratio;
    };
  }

  /** The share of alpha on half the squares. */
  double l2() {
    return switch (penalty) {
      case NONE, L1 -> 0;
      case L2 -> alpha;
      case ELASTIC_NET -> alpha * (1 - l1Ratio);
    };
  }

  /** The rows 0 to n - 1 in the order of one pass. */
  int[] order(int n, long pass) {
    return shuffled ? Seed.of(seed).child(pass).permutation(n) : IntStream.range(0, n).toArray();
  }
}
