package org.cairnml.linear;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.linalg.Matrix;

/**
 * A generalized linear model: a function of the target's mean, the link, is a weighted sum of the
 * features, and the target is distributed about its mean as the family says. Minimizes {@code sum_i
 * w_i deviance_i / (2 sum_i w_i) + alpha |b|^2 / 2}; the intercept is not penalized.
 *
 * <p>Without a penalty this is maximum likelihood, with standard errors and tests, as statsmodels'
 * GLM computes them with {@code freq_weights}: a row of weight 2 counts as two observations. With
 * one it is scikit-learn's PoissonRegressor, GammaRegressor and TweedieRegressor, whose default is
 * {@code alpha = 1}; the estimates are then biased and have no standard errors.
 *
 * <p>What is known of a row beforehand goes into {@link Dataset#withOffset}; a count observed over
 * an exposure has the offset log(exposure) with the link LOG. The default link is {@link
 * Link#AUTO}, which for gamma and inverse Gaussian targets is LOG, where statsmodels takes
 * (squared) inverses: means stay positive. Columns that depend on columns to their left are left
 * out, as in {@link LinearRegression}.
 *
 * <p>Source: McCullagh and Nelder, Generalized Linear Models, 2nd ed., 1989.
 *
 * @param family the distribution of the target
 * @param link how the mean depends on the features
 * @param power the power of the mean in the variance, for the family TWEEDIE alone
 * @param alpha strength of the penalty
 * @param intercept whether there is an intercept
 * @param tolerance the last step may be this long, as a part of the root of the deviance and
 *     measured in standard errors at dispersion 1
 * @param maxIterations steps at most
 */
@Summary("Generalized linear model: counts, shares and amounts, with standard errors and tests")
public record GeneralizedLinearModel(
    @Param("The distribution of the target") Family family,
    @Param("How the mean depends on the features") Link link,
    @Param(value = "Power of the mean in Tweedie's variance", range = "[1, 3]") double power,
    @Param(value = "Strength of the L2 penalty", range = "[0, inf)") double alpha,
    @Param("Whether to fit an intercept") boolean intercept,
    @Param(value = "When to stop", range = "(0, 1)") double tolerance,
    @Param(value = "Steps at most", range = "[1, inf)") int maxIterations)
    implements Regressor<GeneralizedLinearFit>, GeneralizedLinearModelParams {

  private static final Set<Link> LINKS_OF_SHARES =
      EnumSet.of(Link.LOGIT, Link.PROBIT, Link.CLOGLOG);

  /** Checks the ranges; use {@code new GeneralizedLinearModel().withFamily(...)} instead. */
  public GeneralizedLinearModel {
    GeneralizedLinearModelParams.check(
        family, link, power, alpha, intercept, tolerance, maxIterations);
    if (LINKS_OF_SHARES.contains(link) && family != Family.BINOMIAL) {
      throw new IllegalArgumentException(
          "the link " + link + " needs the family BINOMIAL, but family was " + family);
    }
    if (link == Link.INVERSE && family == Family.BINOMIAL) {
      throw new IllegalArgumentException(
          "the family BINOMIAL takes LOGIT, PROBIT, CLOGLOG, LOG or IDENTITY, but link was "
              + link);
    }
  }

  /** Gaussian with identity link, no penalty, an intercept, tolerance 1e-10, 100 steps. */
  public GeneralizedLinearModel() {
    this(Family.GAUSSIAN, Link.AUTO, 1.5, 0, true, 1e-10, 100);
  }

  private Link usedLink() {
    if (link != Link.AUTO) {
      return link;
    }
    return switch (family) {
      case GAUSSIAN -> Link.IDENTITY;
      case BINOMIAL -> Link.LOGIT;
      default -> Link.LOG;
    };
  }

  @Override
  public GeneralizedLinearFit fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    var exponential = ExponentialFamily.of(family, power);
    exponential.check(data.target());
    FitMonitor monitor = options.monitor("generalized-linear-model", maxIterations);
    Dataset used = data.withoutZeroWeights();
    double total = Arrays.stream(used.weights()).sum();
    var result =
        new IterativelyReweighted(exponential, usedLink(), used, intercept, alpha * total)
            .minimize(tolerance, maxIterations, Optional.of(monitor));
    double objective = result.deviance();
    if (!Double.isFinite(objective) || !Arrays.stream(result.beta()).allMatch(Double::isFinite)) {
      throw new DataException(
          "the fit overflowed: some values are too large for this family; scale them down");
    }
    return new GeneralizedLinearFit(
        data.schema(),
        intercept,
        solution(exponential, used, total, result),
        summary(monitor, result));
  }

  private static FitSummary summary(FitMonitor monitor, IterativelyReweighted.Result result) {
    if (result.converged()) {
      return monitor.summary(result.iterations(), true, result.deviance());
    }
    String note =
        "not converged after "
            + result.iterations()
            + " steps: scale the columns, or raise maxIterations or alpha";
    return Warnings.of(
        "generalized linear model: " + note,
        monitor.summary(result.iterations(), false, result.deviance(), note));
  }

  private GeneralizedLinearSolution solution(
      ExponentialFamily exponential,
      Dataset data,
      double total,
      IterativelyReweighted.Result result) {
    double[] y = data.target();
    double pearson = 0;
    for (int i = 0; i < y.length; i++) {
      double gap = y[i] - result.mean()[i];
      pearson += data.weight(i) * gap * gap / exponential.variance(result.mean()[i]);
    }
    double dispersion =
        exponential.hasUnitDispersion() ? 1 : pearson / (total - result.kept().length);
    double spread = family == Family.GAUSSIAN ? pearson / total : dispersion;
    double likelihood = 0;
    for (int i = 0; i < y.length; i++) {
      likelihood +=
          spread > 0 && Double.isFinite(spread)
              ? data.weight(i) * exponential.logDensity(y[i], result.mean()[i], spread)
              : Double.NaN;
    }
    return new GeneralizedLinearSolution(
        family,
        usedLink(),
        exponential.power(),
        alpha,
        result.beta(),
        result.inverse().times(dispersion),
        result.kept(),
        total,
        result.deviance(),
        nullDeviance(exponential, data),
        pearson,
        dispersion,
        likelihood);
  }

  private double nullDeviance(ExponentialFamily exponential, Dataset data) {
    Dataset empty = data.withFeatures(Matrix.zeros(data.rows(), 0), Schema.numeric(0));
    double[] y = data.target();
    if (data.offset().isPresent()) {
      return new IterativelyReweighted(exponential, usedLink(), empty, true, 0)
          .minimize(tolerance, maxIterations, Optional.empty())
          .deviance();
    }
    double total = 0;
    double mean = 0;
    for (int i = 0; i < y.length; i++) {
      total += data.weight(i);
      mean += (y[i] - mean) * (data.weight(i) / total);
    }
    double deviance = 0;
    for (int i = 0; i < y.length; i++) {
      deviance += data.weight(i) * exponential.deviance(y[i], exponential.bounded(mean));
    }
    return deviance;
  }
}
