package org.cairnml.linear;

import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Summary;

/**
 * {@link Lasso} with the strength of its penalty chosen by cross-validation: an {@link
 * ElasticNetCV} whose l1Ratio is 1; all that is said there holds here.
 *
 * @param alphas how many alphas to try
 * @param ratio the smallest alpha as a part of the largest
 * @param folds into how many parts rows are dealt
 * @param seed of the dealing
 * @param intercept whether the line may pass elsewhere than through the origin
 * @param positive whether coefficients must not be negative
 * @param tolerance the duality gap to reach, as a part of the sum of squares of the centred target
 * @param maxIterations sweeps over the columns at most, for each alpha and fold
 */
@Summary("Lasso that chooses its penalty by cross-validation")
public record LassoCV(
    @Param(value = "Alphas to try", range = "[1, inf)") int alphas,
    @Param(value = "Smallest alpha as a part of the largest", range = "(0, 1)") double ratio,
    @Param(value = "Parts of the rows", range = "[2, inf)") int folds,
    @Param("Seed of the dealing of rows") Seed seed,
    @Param("Whether to fit an intercept") boolean intercept,
    @Param("Whether coefficients must not be negative") boolean positive,
    @Param(value = "Duality gap to reach, relative", range = "(0, 1)") double tolerance,
    @Param(value = "Sweeps at most", range = "[1, inf)") int maxIterations)
    implements Regressor<LinearModel>, LassoCVParams {

  /** Checks the ranges; use {@code new LassoCV().withFolds(...)} instead. */
  public LassoCV {
    LassoCVParams.check(alphas, ratio, folds, seed, intercept, positive, tolerance, maxIterations);
  }

  /**
   * 100 alphas down to a thousandth, 5 folds from seed 0, with an intercept, any sign, tolerance
   * 1e-4, 1000 sweeps.
   */
  public LassoCV() {
    this(100, 1e-3, 5, Seed.of(0), true, false, 1e-4, 1000);
  }

  @Override
  public LinearModel fit(Dataset data, FitOptions options) {
    return asElasticNetCV().fit(data, options);
  }

  /** The same as an elastic net. */
  public ElasticNetCV asElasticNetCV() {
    return new ElasticNetCV(
        1, alphas, ratio, folds, seed, intercept, positive, tolerance, maxIterations);
  }
}
