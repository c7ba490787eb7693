package org.cairnml.plots;

import java.util.Arrays;
import org.knowm.xchart.XYChart;

/** Pictures of predictions of a number. Arrays have one element for each row. */
public final class RegressionPlots {

  private RegressionPlots() {}

  /** Each row as a point, with the line on which predictions are right. */
  public static Plot predictions(double[] truth, double[] predicted) {
    Points.requirePairs("truth", truth, "predicted", predicted);
    XYChart chart = Theme.xy("Predictions", "truth", "predicted");
    Points.add(chart, "rows", truth, predicted, 0);
    double low = Math.min(min(truth), min(predicted));
    double high = Math.max(max(truth), max(predicted));
    Theme.guide(chart, "perfect", new double[] {low, high}, new double[] {low, high});
    return new Plot(chart);
  }

  /** Truth less prediction against the prediction: a pattern is something that the model missed. */
  public static Plot residuals(double[] truth, double[] predicted) {
    Points.requirePairs("truth", truth, "predicted", predicted);
    double[] residuals = new double[truth.length];
    Arrays.setAll(residuals, i -> truth[i] - predicted[i]);
    XYChart chart = Theme.xy("Residuals", "predicted", "truth less predicted");
    Points.add(chart, "rows", predicted, residuals, 0);
    Theme.guide(
        chart, "no error", new double[] {min(predicted), max(predicted)}, new double[] {0, 0});
    return new Plot(chart);
  }

  private static double min(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
