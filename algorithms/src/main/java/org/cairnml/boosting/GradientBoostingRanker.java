package org.cairnml.boosting;

import java.util.List;
import java.util.OptionalInt;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Ranker;
import org.cairnml.core.Summary;

/**
 * LambdaMART: boosted trees that order the rows of each query by relevance, so that the NDCG with
 * gains of 2^relevance - 1 becomes large.
 *
 * <p>The target is the relevance, 0 to 31, grades 0 to 4 say; the groups of the data ({@link
 * Dataset#withGroups}) are the queries, and without groups all rows are one. A weight multiplies
 * what a row contributes; a query counts the mean weight of its rows in the NDCG. Rows of equal
 * score are in an order drawn from their features, so the order of the data does not matter.
 *
 * <p>With {@link FitOptions#validation} boosting ends once the NDCG of these queries has not risen
 * for {@code patience} rounds, and the model keeps the rounds up to the best. Trees are those of
 * {@link GradientBoostingRegressor}, and so are the defaults; scikit-learn has no such learner.
 *
 * <p>Sources: Burges 2010, From RankNet to LambdaRank to LambdaMART, Microsoft Research
 * MSR-TR-2010-82; Järvelin and Kekäläinen 2002, doi:10.1145/582415.582418.
 *
 * @param truncation the ranks, from the top, that count: pairs without a row there, and ranks
 *     beyond, do not
 * @param trees trees at most
 * @param learningRate what the values of each tree are multiplied by
 * @param growth which leaf is split next
 * @param maxLeaves the most leaves of a tree
 * @param maxDepth the most questions from the root to a leaf
 * @param minSamplesLeaf fewest rows of a leaf
 * @param minChildWeight least second derivative of the loss in a leaf
 * @param l1 penalty on the absolute leaf values
 * @param l2 penalty on the squared leaf values
 * @param minGain least gain of a split
 * @param maxStep largest absolute leaf value, before the learning rate
 * @param rowShare share of the rows drawn for each round
 * @param columnShare share of the columns drawn for each tree
 * @param maxBins the most bins that a feature is cut into
 * @param categorySmoothing what draws rare categories together: added to their second derivatives
 * @param rising columns in which the prediction must not fall
 * @param falling columns in which the prediction must not rise
 * @param interactions sets of columns that may act together; empty for all
 * @param patience rounds without improvement on the validation data before the end
 * @param seed start of all randomness
 */
@Summary("Gradient boosting of trees that orders the rows of a query: LambdaMART, for NDCG")
public record GradientBoostingRanker(
    @Param(value = "The ranks, from the top, that count", range = "[1, inf)") int truncation,
    @Param(value = "Trees at most", range = "[1, inf)") int trees,
    @Param(value = "What the values of each tree are multiplied by", range = "(0, 1]")
        double learningRate,
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
        double maxStep,
    @Param(value = "Share of the rows drawn for each round", range = "(0, 1]") double rowShare,
    @Param(value = "Share of the columns drawn for each tree", range = "(0, 1]") double columnShare,
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
    implements Ranker<RankingBoosting>,
        GradientBoostingRankerParams,
        HandlesMissing,
        HandlesCategories {

  /** Checks the ranges; use {@code new GradientBoostingRanker().with...(...)} instead. */
  public GradientBoostingRanker {
    GradientBoostingRankerParams.check(
        truncation,
        trees,
        learningRate,
        growth,
        maxLeaves,
        maxDepth,
        minSamplesLeaf,
        minChildWeight,
        l1,
        l2,
        minGain,
        maxStep,
        rowShare,
        columnShare,
        maxBins,
        categorySmoothing,
        rising,
        falling,
        interactions,
        patience,
        seed);
    rising = List.copyOf(rising);
    falling = List.copyOf(falling);
    interactions = interactions.stream().map(List::copyOf).toList();
  }

  /** The defaults. */
  public GradientBoostingRanker() {
    this(
        30,
        100,
        0.1,
        Growth.LEAF_WISE,
        31,
        OptionalInt.empty(),
        20,
        1e-3,
        0,
        0,
        0,
        Double.POSITIVE_INFINITY,
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

  @Override
  public RankingBoosting fit(Dataset data, FitOptions options) {
    return fit(data, options, null);
  }

  /** Adds {@code trees} more rounds to a model of the same columns. */
  public RankingBoosting fitOn(RankingBoosting model, Dataset data, FitOptions options) {
    if (data.cols() != model.schema().width()) {
      throw new DataException(
          "the model has %d columns, these data %d".formatted(model.schema().width(), data.cols()));
    }
    return fit(data, options, model.ensemble());
  }

  private RankingBoosting fit(Dataset data, FitOptions options, TreeEnsemble before) {
    Boosted boosted =
        new Booster(settings(), data, options, set -> new LambdaObjective(set, truncation))
            .train(before);
    return new RankingBoosting(data.schema(), boosted.ensemble(), boosted.summary());
  }

  private BoostingSettings settings() {
    return new BoostingSettings(
        trees,
        learningRate,
        new TreeSettings(
            growth,
            maxLeaves,
            maxDepth.orElse(Integer.MAX_VALUE),
            minSamplesLeaf,
            minChildWeight,
            l1,
            l2,
            minGain,
            maxStep),
        maxBins,
        rowShare,
        columnShare,
        patience,
        categorySmoothing,
        rising,
        falling,
        interactions,
        seed);
  }
}
