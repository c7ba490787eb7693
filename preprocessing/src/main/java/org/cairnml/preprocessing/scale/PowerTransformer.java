package org.cairnml.preprocessing.scale;

import java.util.Arrays;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;
import org.cairnml.preprocessing.column.ColumnValues;

/**
 * Makes numeric columns more like a normal distribution by a power transform, whose lambda is the
 * most likely one for the column, found by Brent's method.
 *
 * <p>The defaults are those of scikit-learn. A constant column has lambda 1. NaN is left out when
 * learning and stays NaN; category columns pass through unchanged.
 *
 * @param method the family of transforms
 * @param standardize whether to scale the result to mean 0 and standard deviation 1
 */
@Summary("Makes numeric columns more normal by a power transform")
public record PowerTransformer(
    @Param("The family of transforms") PowerMethod method,
    @Param("Whether to scale the result to mean 0 and deviation 1") boolean standardize)
    implements Transformer<PowerModel>, HandlesMissing, HandlesCategories, PowerTransformerParams {

  /** Use {@code new PowerTransformer()} and its {@code with} methods instead. */
  public PowerTransformer {
    PowerTransformerParams.check(method, standardize);
  }

  /** Yeo-Johnson, standardized. */
  public PowerTransformer() {
    this(PowerMethod.YEO_JOHNSON, true);
  }

  @Override
  public PowerModel fit(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("power-transformer", 1);
    double[] lambdas = new double[data.cols()];
    double[] centers = new double[data.cols()];
    double[] scales = new double[data.cols()];
    Arrays.fill(lambdas, Double.NaN);
    Arrays.fill(scales, 1);
    options
        .workers()
        .run(
            data.cols(),
            j -> {
              if (!data.schema().get(j).isCategory()) {
                PowerLikelihood likelihood = PowerLikelihood.of(data, j, method);
                lambdas[j] = likelihood.best();
                if (standardize) {
                  centers[j] = likelihood.mean(lambdas[j]);
                  double variance = likelihood.variance(lambdas[j]);
                  scales[j] = variance > 0 ? Math.sqrt(variance) : 1;
                }
                double[] range = ColumnValues.range(data, j);
                range[0] = method.apply(range[0], lambdas[j]);
                range[1] = method.apply(range[1], lambdas[j]);
                ScalingModel.requireFinite(data.schema().name(j), range, centers[j], scales[j]);
              }
            });
    monitor.step(Double.NaN);
    return new PowerModel(
        data.schema(), method, lambdas, centers, scales, monitor.summary(1, true, Double.NaN));
  }

  /** What is wrong with a value of a column that Box-Cox has no transform for. */
  static String notPositive(String column, double value) {
    return "column '"
        + column
        + "': the value is "
        + value
        + ", but Box-Cox is for positive values; take Yeo-Johnson";
  }
}
