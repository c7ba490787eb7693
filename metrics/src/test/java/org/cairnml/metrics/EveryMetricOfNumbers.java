package org.cairnml.metrics;

import java.util.List;
import java.util.Set;
import org.cairnml.metrics.EveryMetric.Trait;

/** Metrics of regression. */
final class EveryMetricOfNumbers {

  private EveryMetricOfNumbers() {}

  static void addTo(List<EveryMetric> list) {
    Trait w = Trait.WEIGHTED;
    Trait n = Trait.NUMBERS;
    Set<String> symmetric =
        Set.of("rmse", "mse", "mae", "median_absolute_error", "max_error", "smape", "rmsle");
    for (RegressionMetric metric : RegressionMetric.ALL) {
      boolean loss = !metric.greaterIsBetter();
      EveryMetric.add(
          list,
          "RegressionMetric.value",
          loss ? 0 : Double.NEGATIVE_INFINITY,
          loss ? EveryMetric.INFINITE : 1,
          loss ? 0 : 1,
          in -> metric.value(in.numbers(), in.forecasts(), in.weights()),
          w,
          n,
          symmetric.contains(metric.name()) ? Trait.SYMMETRIC : n);
    }
    regression(list, "mae", true, Regression::mae);
    regression(list, "mse", true, Regression::mse);
    regression(list, "rmse", true, Regression::rmse);
    regression(list, "maxError", true, Regression::maxError);
    regression(list, "medianAbsoluteError", true, Regression::medianAbsoluteError);
    regression(list, "smape", true, Regression::smape);
    regression(list, "msle", true, Regression::msle);
    regression(list, "rmsle", true, Regression::rmsle);
    regression(list, "mape", false, Regression::mape);
    score(list, "Regression.r2", Regression::r2);
    score(list, "Regression.explainedVariance", Regression::explainedVariance);
    loss(list, "TweedieDeviance.poisson", TweedieDeviance::poisson);
    loss(list, "TweedieDeviance.gamma", TweedieDeviance::gamma);
    for (double power : new double[] {-1, 0, 1.5, 3}) {
      loss(list, "TweedieDeviance.mean", (y, p, v) -> TweedieDeviance.mean(y, p, power, v));
      score(list, "TweedieDeviance.d2", (y, p, v) -> TweedieDeviance.d2(y, p, power, v));
    }
    for (double alpha : new double[] {0.1, 0.5}) {
      loss(list, "PinballLoss.mean", (y, p, v) -> PinballLoss.mean(y, p, alpha, v));
      score(list, "PinballLoss.d2", (y, p, v) -> PinballLoss.d2(y, p, alpha, v));
    }
  }

  private static void regression(
      List<EveryMetric> list, String method, boolean symmetric, RegressionMetric.Score score) {
    Trait last = symmetric ? Trait.SYMMETRIC : Trait.NUMBERS;
    EveryMetric.add(
        list,
        "Regression." + method,
        0,
        EveryMetric.INFINITE,
        0,
        in -> score.of(in.numbers(), in.forecasts(), in.weights()),
        Trait.WEIGHTED,
        Trait.NUMBERS,
        last);
  }

  private static void loss(List<EveryMetric> list, String name, RegressionMetric.Score score) {
    EveryMetric.add(
        list,
        name,
        0,
        EveryMetric.INFINITE,
        0,
        in -> score.of(in.numbers(), in.forecasts(), in.weights()),
        Trait.WEIGHTED,
        Trait.NUMBERS);
  }

  private static void score(List<EveryMetric> list, String name, RegressionMetric.Score score) {
    EveryMetric.add(
        list,
        name,
        Double.NEGATIVE_INFINITY,
        1,
        1,
        in -> score.of(in.numbers(), in.forecasts(), in.weights()),
        Trait.WEIGHTED,
        Trait.NUMBERS);
  }
}
