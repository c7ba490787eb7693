package org.cairnml.meta;

import java.util.Arrays;
import java.util.Optional;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Regressor;
import org.cairnml.core.Summary;
import org.cairnml.linear.LinearRegression;
import org.cairnml.selection.Split;

/**
 * A regressor with intervals that hold the target of a new row with at least the stated
 * probability, whatever the base learner and the distribution, as long as rows are exchangeable
 * (split conformal prediction).
 *
 * <p>The base learner is fitted on one part of the rows; the absolute errors on the other part,
 * divided by the expected error where the width is adaptive, give the half-width: their {@code
 * ceil((n + 1) coverage)}-th smallest. Coverage is marginal: it holds over all rows together, not
 * for each. Whole groups, drawn at random, are held out where rows have groups; coverage then is as
 * good as groups are many and alike. Weights reach the base learner; in calibration all rows count
 * the same.
 *
 * <p>Sources: Lei, G'Sell, Rinaldo, Tibshirani and Wasserman 2018,
 * doi:10.1080/01621459.2017.1307116, algorithm 2 and section 5.2.
 *
 * @param base the regressor inside
 * @param width whether intervals are equally wide
 * @param coverage the probability with which an interval holds the target
 * @param calibrationShare the share of the rows that the base learner is not fitted on
 * @param seed start of the random split
 */
@Summary("A regressor with intervals of guaranteed coverage (split conformal)")
public record ConformalRegressor(
    @Param("The regressor inside") Regressor<?> base,
    @Param("Whether intervals are equally wide") IntervalWidth width,
    @Param(value = "Probability that an interval holds the target", range = "(0, 1)")
        double coverage,
    @Param(value = "Share of the rows that the base is not fitted on", range = "(0, 1)")
        double calibrationShare,
    @Param("Start of the random split") long seed)
    implements Regressor<ConformalRegressionModel>, ConformalRegressorParams {

  private static final int ERROR_FOLDS = 5;

  /** The least expected error, as a share of the mean error: no interval is a point by accident. */
  private static final double LEAST_ERROR = 0.05;

  /** Checks the ranges; use {@code new ConformalRegressor().withBase(...)} instead. */
  public ConformalRegressor {
    ConformalRegressorParams.check(base, width, coverage, calibrationShare, seed);
  }

  /** Linear regression, constant width, coverage 0.9, a quarter for calibration, seed 0. */
  public ConformalRegressor() {
    this(new LinearRegression(), IntervalWidth.CONSTANT, 0.9, 0.25, 0);
  }

  @Override
  public ConformalRegressionModel fit(Dataset data, FitOptions options) {
    data.target();
    Dataset used = Base.checked(data, base);
    FitMonitor monitor = options.monitor("conformal", 1);
    Split split = HeldOut.split(used, calibrationShare, Seed.of(seed).child(0));
    Dataset train = used.rows(split.train());
    Dataset held = used.rows(split.test());
    RegressionModel center = base.fit(train, Base.inner(options));
    Optional<ConformalRegressionModel.Spread> spread =
        width == IntervalWidth.ADAPTIVE ? Optional.of(spread(train, options)) : Optional.empty();
    double[] scores = errors(center, held);
    if (spread.isPresent()) {
      for (int i = 0; i < scores.length; i++) {
        scores[i] /= spread.get().at(held.x().row(i).toArray());
      }
    }
    double quantile = ConformalQuantile.required(scores, coverage);
    monitor.step(quantile);
    return new ConformalRegressionModel(
        center, spread, quantile, coverage, monitor.summary(1, true, quantile));
  }

  /**
   * A model of the absolute error, learned from errors on rows held out within the training part.
   */
  private ConformalRegressionModel.Spread spread(Dataset train, FitOptions options) {
    double[] errors = new double[train.rows()];
    for (Split fold : HeldOut.folds(train, ERROR_FOLDS, Seed.of(seed).child(1))) {
      RegressionModel model = base.fit(train.rows(fold.train()), Base.inner(options));
      int[] rows = fold.test();
      double[] part = errors(model, train.rows(rows));
      for (int i = 0; i < rows.length; i++) {
        errors[rows[i]] = part[i];
      }
    }
    double mean = Arrays.stream(errors).average().orElse(0);
    return new ConformalRegressionModel.Spread(
        base.fit(train.withTarget(errors), Base.inner(options)), mean > 0 ? LEAST_ERROR * mean : 1);
  }

  private static double[] errors(RegressionModel model, Dataset data) {
    double[] errors = data.target();
    double[] predictions = model.predict(data.x()).toArray();
    for (int i = 0; i < errors.length; i++) {
      errors[i] = Math.abs(errors[i] - predictions[i]);
    }
    return errors;
  }
}
