package org.cairnml.meta;

import org.cairnml.base.Seed;
import org.cairnml.boosting.GradientBoostingRegressor;
import org.cairnml.boosting.RegressionLoss;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Regressor;
import org.cairnml.core.Summary;
import org.cairnml.selection.Split;

/**
 * Intervals between two learned quantiles, moved so that they hold the target of a new row with at
 * least the stated probability, whatever the learners and the distribution, as long as rows are
 * exchangeable. Unlike those of {@link ConformalRegressor} they need not lie evenly around a
 * prediction, and are as wide as the target varies at the row.
 *
 * <p>Both learners are fitted on one part of the rows. On the other part, the amount by which the
 * target lies outside of (or, negative, inside) the two quantiles is taken; its {@code ceil((n + 1)
 * coverage)}-th smallest moves both ends. Coverage is marginal: it holds over all rows together,
 * not for each. Whole groups, drawn at random, are held out where rows have groups. Weights reach
 * the learners; in calibration all rows count the same.
 *
 * <p>Source: Romano, Patterson and Candes 2019, arXiv:1905.03222.
 *
 * @param lower learns the lower quantile, of about (1 - coverage) / 2; other ones are right too,
 *     but intervals get wider
 * @param upper learns the upper quantile, of about (1 + coverage) / 2
 * @param coverage the probability with which an interval holds the target
 * @param calibrationShare the share of the rows that the learners are not fitted on
 * @param seed start of the random split
 */
@Summary("A regressor with intervals between conformalized quantiles (CQR)")
public record ConformalQuantileRegressor(
    @Param("Learns the lower quantile") Regressor<?> lower,
    @Param("Learns the upper quantile") Regressor<?> upper,
    @Param(value = "Probability that an interval holds the target", range = "(0, 1)")
        double coverage,
    @Param(value = "Share of the rows that the learners are not fitted on", range = "(0, 1)")
        double calibrationShare,
    @Param("Start of the random split") long seed)
    implements Regressor<ConformalQuantileModel>, ConformalQuantileRegressorParams {

  private static final GradientBoostingRegressor QUANTILE =
      new GradientBoostingRegressor().withLoss(RegressionLoss.QUANTILE);

  /** Checks the ranges; use {@code new ConformalQuantileRegressor().withLower(...)} instead. */
  public ConformalQuantileRegressor {
    ConformalQuantileRegressorParams.check(lower, upper, coverage, calibrationShare, seed);
  }

  /** Boosted quantiles 0.05 and 0.95, coverage 0.9, a quarter for calibration, seed 0. */
  public ConformalQuantileRegressor() {
    this(QUANTILE.withQuantile(0.05), QUANTILE.withQuantile(0.95), 0.9, 0.25, 0);
  }

  @Override
  public ConformalQuantileModel fit(Dataset data, FitOptions options) {
    data.target();
    Dataset used = Base.checked(data, lower, upper);
    FitMonitor monitor = options.monitor("conformal", 1);
    Split split = HeldOut.split(used, calibrationShare, Seed.of(seed));
    Dataset train = used.rows(split.train());
    RegressionModel low = lower.fit(train, Base.inner(options));
    RegressionModel high = upper.fit(train, Base.inner(options));
    double margin = margin(low, high, used.rows(split.test()));
    monitor.step(margin);
    return new ConformalQuantileModel(
        low, high, margin, coverage, monitor.summary(1, true, margin));
  }

  private double margin(RegressionModel low, RegressionModel high, Dataset held) {
    double[] lows = low.predict(held.x()).toArray();
    double[] highs = high.predict(held.x()).toArray();
    double[] target = held.target();
    double[] outside = new double[target.length];
    for (int i = 0; i < outside.length; i++) {
      outside[i] = Math.max(lows[i] - target[i], target[i] - highs[i]);
    }
    return ConformalQuantile.required(outside, coverage);
  }
}
