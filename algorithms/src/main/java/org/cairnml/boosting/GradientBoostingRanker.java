package org.cairnml.boosting;

import java.util.List;
import java.util.function.Function;
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
 * @param boosting what does not depend on the loss
 */
@Summary("Gradient boosting of trees that orders the rows of a query: LambdaMART, for NDCG")
public record GradientBoostingRanker(
    @Param(value = "The ranks, from the top, that count", range = "[1, inf)") int truncation,
    BoostingSettings boosting)
    implements Ranker<RankingBoosting>,
        GradientBoostingRankerParams,
        HandlesMissing,
        HandlesCategories {

  /** Checks the ranges; use {@code new GradientBoostingRanker().with...(...)} instead. */
  public GradientBoostingRanker {
    GradientBoostingRankerParams.check(truncation, boosting);
  }

  /** The defaults. */
  public GradientBoostingRanker() {
    this(30, new BoostingSettings());
  }

  @Override
  public RankingBoosting fit(Dataset data, FitOptions options) {
    return fit(data, options, this::builtIn, null);
  }

  /**
   * Learns with a loss of your own, which sees the rows of one query at a time; the component
   * {@code truncation} does not matter then.
   */
  public RankingBoosting fit(Dataset data, FitOptions options, OwnLoss ownLoss) {
    if (ownLoss.outputs() != 1) {
      throw new IllegalArgumentException(
          "a loss of ranks needs outputs() of 1, but has " + ownLoss.outputs());
    }
    return fit(data, options, set -> own(ownLoss, set), null);
  }

  /** Adds {@code trees} more rounds to a model of the same columns. */
  public RankingBoosting fitOn(RankingBoosting model, Dataset data, FitOptions options) {
    return fit(data, options, this::builtIn, model.ensembleFor(data));
  }

  private RankingBoosting fit(
      Dataset data, FitOptions options, Function<Dataset, Objective> loss, TreeEnsemble before) {
    Boosted boosted = new Booster(boosting, data, options, loss).train(before);
    return new RankingBoosting(data.schema(), boosted.ensemble(), boosted.summary());
  }

  private Objective builtIn(Dataset data) {
    return new LambdaObjective(data, truncation);
  }

  private static Objective own(OwnLoss loss, Dataset data) {
    double[] relevance = data.target();
    List<int[]> queries = QueryGroups.of(data, relevance);
    return BlockObjective.ofQueries(loss, relevance, data.weights(), queries);
  }
}
