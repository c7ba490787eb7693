package org.cairnml.baseline;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Param;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;

/**
 * Predicts one number for every row: what a real regressor must beat.
 *
 * <p>The defaults are those of scikit-learn. A quantile is the smallest target below or at which
 * that share of the weight lies, and the mean of two neighbours where the share is met exactly;
 * scikit-learn interpolates between rows where there are no weights, which would make a weight of 2
 * differ from a repeated row.
 *
 * @param strategy what is predicted
 * @param quantile the share of the weight below the number, for the strategy quantile only
 * @param constant the number to predict, for the strategy constant only
 */
@Summary("One number for every row: the baseline to beat")
public record DummyRegressor(
    @Param("mean, median, quantile or constant") NumberStrategy strategy,
    @Param(value = "The share below the number of strategy quantile", range = "[0, 1]")
        double quantile,
    @Param(value = "The number that strategy constant predicts", range = "(-inf, inf)")
        double constant)
    implements Regressor<DummyRegression>,
        HandlesMissing,
        HandlesCategories,
        HandlesSparse,
        DummyRegressorParams {

  private static final double MIDDLE = 0.5;

  /** Checks the ranges; use {@code new DummyRegressor().withStrategy(...)} instead. */
  public DummyRegressor {
    DummyRegressorParams.check(strategy, quantile, constant);
  }

  /** Strategy mean. */
  public DummyRegressor() {
    this(NumberStrategy.MEAN, MIDDLE, 0);
  }

  @Override
  public DummyRegression fit(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    double[] target = data.target();
    FitMonitor monitor = options.monitor("baseline", 1);
    double number =
        switch (strategy) {
          case MEAN -> mean(target, data);
          case MEDIAN -> quantile(target, data, MIDDLE);
          case QUANTILE -> quantile(target, data, quantile);
          case CONSTANT -> constant;
        };
    monitor.step(Double.NaN);
    return new DummyRegression(data.schema(), number, monitor.summary(1, true, Double.NaN));
  }

  private static double mean(double[] target, Dataset data) {
    double mean = 0;
    double total = 0;
    for (int i = 0; i < target.length; i++) {
      if (data.weight(i) > 0) {
        total += data.weight(i);
        double share = data.weight(i) / total;
        mean = mean * (1 - share) + target[i] * share;
      }
    }
    return mean;
  }

  private static double quantile(double[] target, Dataset data, double share) {
    int[] order =
        IntStream.range(0, target.length)
            .filter(i -> data.weight(i) > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> target[i]))
            .mapToInt(i -> i)
            .toArray();
    double wanted = share * IntStream.of(order).mapToDouble(data::weight).sum();
    double below = 0;
    for (int k = 0; k + 1 < order.length; k++) {
      below += data.weight(order[k]);
      if (below > wanted || share == 0) {
        return target[order[k]];
      }
      if (below == wanted) {
        return target[order[k]] / 2 + target[order[k + 1]] / 2;
      }
    }
    return target[order[order.length - 1]];
  }
}
