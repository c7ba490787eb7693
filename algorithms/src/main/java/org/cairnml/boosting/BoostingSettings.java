package org.cairnml.boosting;

import java.util.List;
import java.util.OptionalDouble;
import org.cairnml.core.Param;
import org.cairnml.core.ParamGroup;

/**
 * What every gradient boosting can be told, whatever its loss. The defaults are those of
 * scikit-learn's histogram gradient boosting.
 *
 * <p>Columns are cut into at most {@code maxBins} bins once, missing values (NaN) in a bin of their
 * own, whose side each split learns; category columns are split into two sets of categories. The
 * three shares of columns multiply, as in XGBoost: each is drawn from what the one before has left,
 * at least one column. With {@link org.cairnml.core.FitOptions#validation} boosting ends once the
 * loss on these rows has not fallen for {@code patience} rounds, and the model keeps the rounds up
 * to the best.
 *
 * @param trees trees at most; of more than two classes, for each class
 * @param baseScore the score that trees are added to, before any link: none for the best constant
 * @param learningRate what the values of each tree are multiplied by
 * @param tree how each tree is grown
 * @param rowShare share of the rows drawn for each round
 * @param columnShare share of the columns drawn for each tree
 * @param columnShareByLevel share of the tree's columns drawn for all leaves so many questions from
 *     the root
 * @param columnShareByNode share of the level's columns drawn for each leaf that is to be split
 * @param maxBins the most bins that a feature is cut into
 * @param categorySmoothing what draws rare categories together: added to their second derivatives
 * @param rising columns in which the prediction must not fall
 * @param falling columns in which the prediction must not rise
 * @param interactions sets of columns that may act together; empty for all
 * @param patience rounds without improvement on the validation data before the end
 * @param seed start of all randomness
 */
@ParamGroup
public record BoostingSettings(
    @Param(value = "Trees at most; of more than two classes, for each class", range = "[1, inf)")
        int trees,
    @Param("The score that trees are added to, before any link; none for the best constant")
        OptionalDouble baseScore,
    @Param(value = "What the values of each tree are multiplied by", range = "(0, 1]")
        double learningRate,
    TreeSettings tree,
    @Param(value = "Share of the rows drawn for each round", range = "(0, 1]") double rowShare,
    @Param(value = "Share of the columns drawn for each tree", range = "(0, 1]") double columnShare,
    @Param(value = "Share of the tree's columns drawn for each level", range = "(0, 1]")
        double columnShareByLevel,
    @Param(value = "Share of the level's columns drawn for each leaf to split", range = "(0, 1]")
        double columnShareByNode,
    @Param(value = "The most bins that a feature is cut into", range = "[2, 255]") int maxBins,
    @Param(
            value = "What draws rare categories together: added to their second derivatives",
            range = "[0, inf)")
        double categorySmoothing,
    @Param("Columns in which the prediction must not fall") List<String> rising,
    @Param("Columns in which the prediction must not rise") List<String> falling,
    @Param("Sets of columns that may act together; empty for all") List<List<String>> interactions,
    @Param(
            value = "Rounds without improvement on the validation data before the end",
            range = "[1, inf)")
        int patience,
    @Param("Start of all randomness") long seed)
    implements BoostingSettingsParams {

  /** Checks the ranges; use {@code new BoostingSettings().with...(...)} instead. */
  public BoostingSettings {
    BoostingSettingsParams.check(
        trees,
        baseScore,
        learningRate,
        tree,
        rowShare,
        columnShare,
        columnShareByLevel,
        columnShareByNode,
        maxBins,
        categorySmoothing,
        rising,
        falling,
        interactions,
        patience,
        seed);
    if (baseScore.isPresent() && !Double.isFinite(baseScore.getAsDouble())) {
      throw new IllegalArgumentException(
          "baseScore must be finite, but was " + baseScore.getAsDouble());
    }
    rising = List.copyOf(rising);
    falling = List.copyOf(falling);
    interactions = interactions.stream().map(List::copyOf).toList();
  }

  /** The defaults: 100 rounds at a learning rate of 0.1 on all rows and columns. */
  public BoostingSettings() {
    this(
        100,
        OptionalDouble.empty(),
        0.1,
        new TreeSettings(),
        1,
        1,
        1,
        1,
        255,
        10,
        List.of(),
        List.of(),
        List.of(),
        10,
        0);
  }

  /** Whether rows or columns are drawn, so that a round may succeed where the one before failed. */
  boolean draws() {
    return rowShare < 1 || columnShare < 1 || columnShareByLevel < 1 || columnShareByNode < 1;
  }
}
