package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.linalg.Vector;
import org.cairnml.selection.KFold;
import org.cairnml.selection.Split;

/**
 * {@link ElasticNet} with the strength of its penalty chosen by cross-validation: of the alphas of
 * the path over all rows ({@link ElasticNet#path}), the one with the smallest weighted mean of
 * squared errors on rows left out; of equal ones the largest. The choice is noted in the model's
 * summary.
 *
 * <p>Parameters and defaults are those of scikit-learn, except that rows are dealt to folds at
 * random and that all rows count alike in the mean of errors, where scikit-learn takes folds in the
 * order of rows and counts unequal folds alike. A search that the deadline or a listener stops
 * chooses by the folds that are done, or takes the largest alpha if there is none.
 *
 * <p>Source: Friedman, Hastie and Tibshirani 2010, doi:10.18637/jss.v033.i01.
 *
 * @param l1Ratio the share of the penalty on magnitudes
 * @param alphas how many alphas to try
 * @param ratio the smallest alpha as a part of the largest
 * @param folds into how many parts rows are dealt
 * @param seed of the dealing
 * @param intercept whether the line may pass elsewhere than through the origin
 * @param positive whether coefficients must not be negative
 * @param tolerance the duality gap to reach, as a part of the sum of squares of the centred target
 * @param maxIterations sweeps over the columns at most, for each alpha and fold
 */
@Summary("Elastic net that chooses its penalty by cross-validation")
public record ElasticNetCV(
    @Param(value = "Share of the L1 penalty", range = "(0, 1]") double l1Ratio,
    @Param(value = "Alphas to try", range = "[1, inf)") int alphas,
    @Param(value = "Smallest alpha as a part of the largest", range = "(0, 1)") double ratio,
    @Param(value = "Parts of the rows", range = "[2, inf)") int folds,
    @Param("Seed of the dealing of rows") Seed seed,
    @Param("Whether to fit an intercept") boolean intercept,
    @Param("Whether coefficients must not be negative") boolean positive,
    @Param(value = "Duality gap to reach, relative", range = "(0, 1)") double tolerance,
    @Param(value = "Sweeps at most", range = "[1, inf)") int maxIterations)
    implements Regressor<LinearModel>, ElasticNetCVParams {

  /** Checks the ranges; use {@code new ElasticNetCV().withFolds(...)} instead. */
  public ElasticNetCV {
    ElasticNetCVParams.check(
        l1Ratio, alphas, ratio, folds, seed, intercept, positive, tolerance, maxIterations);
  }

  /**
   * l1Ratio 0.5, 100 alphas down to a thousandth, 5 folds from seed 0, with an intercept, any sign,
   * tolerance 1e-4, 1000 sweeps.
   */
  public ElasticNetCV() {
    this(0.5, 100, 1e-3, 5, Seed.of(0), true, false, 1e-4, 1000);
  }

  @Override
  public LinearModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor = options.monitor("elastic-net-cv", (folds + 1L) * alphas * maxIterations);
    var search = new Search(data, options.workers(), monitor);
    double[] errors = search.run();
    int best = 0;
    for (int a = 1; a < errors.length; a++) {
      best = errors[a] < errors[best] ? a : best;
    }
    var line = search.whole.fit(search.grid[best]);
    return new LinearModel(
        data.schema(),
        line.b(),
        line.intercept(),
        Warnings.unlessConverged(
            "cross-validated elastic net",
            monitor.summary(
                search.sweeps + line.sweeps(),
                search.converged && line.converged(),
                line.objective(),
                "alpha " + search.grid[best] + ", chosen by " + folds + "-fold cross-validation")));
  }

  /** The weighted mean of squared errors on rows left out, for each alpha of the path, falling. */
  public double[] crossValidate(Dataset data) {
    data.check(Missing.REFUSED);
    var options = new FitOptions();
    FitMonitor monitor = options.monitor("elastic-net-cv", (long) folds * alphas * maxIterations);
    return new Search(data, options.workers(), monitor).run();
  }

  /** The elastic net whose alpha is chosen. */
  private ElasticNet net() {
    return new ElasticNet()
        .withL1Ratio(l1Ratio)
        .withIntercept(intercept)
        .withPositive(positive)
        .withTolerance(tolerance)
        .withMaxIterations(maxIterations);
  }

  /** The fits of all alphas to the rows outside each fold. */
  private final class Search {

    private final Dataset data;
    private final Workers workers;
    private final FitMonitor monitor;
    private final PenalizedFit whole;
    private final double[] grid;
    private int sweeps;
    private boolean converged = true;

    Search(Dataset data, Workers workers, FitMonitor monitor) {
      this.data = data;
      this.workers = workers;
      this.monitor = monitor;
      this.whole = new PenalizedFit(net(), data, workers, monitor);
      this.grid = ElasticNetPath.grid(net(), whole, alphas, ratio);
    }

    /** The mean of squared errors for each alpha, over the folds before the monitor stopped. */
    double[] run() {
      double[] sums = new double[alphas];
      for (Split split : new KFold(folds, seed).split(data)) {
        double[] fold = errors(data.rows(split.train()), data.rows(split.test()));
        for (int a = 0; a < alphas && !monitor.isStopped(); a++) {
          sums[a] += fold[a];
        }
      }
      double total = Arrays.stream(data.weights()).sum();
      double[] errors = Arrays.stream(sums).map(sum -> sum / total).toArray();
      Overflow.refuse(Vector.wrap(errors), total);
      return errors;
    }

    private double[] errors(Dataset train, Dataset test) {
      if (Arrays.stream(train.weights()).sum() == 0) {
        throw new DataException(
            "all rows with a weight above 0 are in one of the "
                + folds
                + " folds; give more rows a weight, or use ElasticNet with an alpha of your"
                + " choice");
      }
      var fit = new PenalizedFit(net(), train, workers, monitor);
      double[] errors = new double[alphas];
      for (int a = 0; a < alphas && !monitor.isStopped(); a++) {
        var line = fit.fit(grid[a]);
        errors[a] = squaredErrors(line, test);
        sweeps += line.sweeps();
        converged &= line.converged();
      }
      return errors;
    }
  }

  private static double squaredErrors(PenalizedFit.Line line, Dataset test) {
    double[] y = test.target();
    Vector fitted = test.x().times(line.b());
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double error = y[i] - fitted.get(i) - line.intercept();
      sum += test.weight(i) * error * error;
    }
    return sum;
  }
}
