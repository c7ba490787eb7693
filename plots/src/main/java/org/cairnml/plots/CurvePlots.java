package org.cairnml.plots;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.cairnml.metrics.CalibrationCurve;
import org.cairnml.metrics.DetCurve;
import org.cairnml.metrics.GainCurve;
import org.cairnml.metrics.PrecisionRecallCurve;
import org.cairnml.metrics.RocCurve;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Curves of classifiers, one or several in a picture: each takes the curves by the name that the
 * legend shows, in the order of the map.
 */
public final class CurvePlots {

  /**
   * Uneven on purpose: where all values of an axis are equally spaced, as rates of n rows are,
   * XChart puts ticks on values and rounds their labels, which then lie.
   */
  private static final double[] UNIT = {0, Math.PI / 10, 1};

  private CurvePlots() {}

  /** True against false positive rates; the legend gives the area under each curve. */
  public static Plot roc(Map<String, RocCurve> curves) {
    XYChart chart = Theme.xy("ROC curve", "false positive rate", "true positive rate");
    Theme.unitSquare(chart);
    add(
        chart,
        curves,
        RocCurve::falsePositiveRates,
        RocCurve::truePositiveRates,
        "AUC",
        RocCurve::auc);
    Theme.guide(chart, "chance", UNIT, UNIT);
    return new Plot(chart);
  }

  /**
   * Precision against recall; the legend gives the average precision. The guide is the share of
   * positives, the precision of chance, of the first curve.
   */
  public static Plot precisionRecall(Map<String, PrecisionRecallCurve> curves) {
    XYChart chart = Theme.xy("Precision and recall", "recall", "precision");
    Theme.unitSquare(chart);
    add(
        chart,
        curves,
        PrecisionRecallCurve::recalls,
        PrecisionRecallCurve::precisions,
        "average precision",
        PrecisionRecallCurve::averagePrecision);
    double[] precisions = curves.values().iterator().next().precisions();
    Theme.guide(chart, "chance", UNIT, level(precisions[precisions.length - 1]));
    return new Plot(chart);
  }

  /** False negative against false positive rates, both on the scale of a normal distribution. */
  public static Plot det(Map<String, DetCurve> curves) {
    requireAny(curves);
    XYChart chart =
        Theme.xy(
            "Detection error trade-off",
            "false positive rate (normal deviate)",
            "false negative rate (normal deviate)");
    int number = 0;
    for (var entry : curves.entrySet()) {
      double[] x = entry.getValue().falsePositiveRates();
      double[] y = entry.getValue().falseNegativeRates();
      int[] inside =
          IntStream.range(0, x.length)
              .filter(i -> x[i] > 0 && x[i] < 1 && y[i] > 0 && y[i] < 1)
              .toArray();
      if (inside.length > 0) {
        Theme.line(chart, entry.getKey(), deviates(x, inside), deviates(y, inside), number);
      }
      number++;
    }
    if (chart.getSeriesMap().isEmpty()) {
      throw new IllegalArgumentException(
          "no curve has a point with both rates between 0 and 1: the classes are told apart fully");
    }
    return new Plot(chart);
  }

  private static double[] deviates(double[] rates, int[] rows) {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    return Arrays.stream(rows)
        .mapToDouble(i -> normal.inverseCumulativeProbability(rates[i]))
        .toArray();
  }

  /** The share of positives found against the share of rows looked at, best first. */
  public static Plot gain(Map<String, GainCurve> curves) {
    XYChart chart =
        Theme.xy("Cumulative gain", "share of rows, highest scores first", "share of positives");
    Theme.unitSquare(chart);
    add(chart, curves, GainCurve::shares, GainCurve::gains, "", null);
    Theme.guide(chart, "random order", UNIT, UNIT);
    return new Plot(chart);
  }

  /** How many times more positives than in a random choice of as many rows. */
  public static Plot lift(Map<String, GainCurve> curves) {
    requireAny(curves);
    XYChart chart = Theme.xy("Lift", "share of rows, highest scores first", "lift");
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setXAxisMax(1.0);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setXAxisDecimalPattern("0.0");
    int number = 0;
    for (var entry : curves.entrySet()) {
      double[] shares = entry.getValue().shares();
      double[] lifts = entry.getValue().lifts();
      int from = shares.length > 1 && shares[0] == 0 ? 1 : 0;
      Theme.line(
          chart,
          entry.getKey(),
          Arrays.copyOfRange(shares, from, shares.length),
          Arrays.copyOfRange(lifts, from, lifts.length),
          number++);
    }
    Theme.guide(chart, "random order", UNIT, level(1));
    return new Plot(chart);
  }

  /** Observed shares against predicted probabilities; the legend gives the expected error. */
  public static Plot calibration(Map<String, CalibrationCurve> curves) {
    requireAny(curves);
    XYChart chart = Theme.xy("Calibration", "predicted probability", "observed share");
    Theme.unitSquare(chart);
    int number = 0;
    for (var entry : curves.entrySet()) {
      var bins = entry.getValue().bins();
      var series =
          Theme.line(
              chart,
              label(entry.getKey(), "expected error", entry.getValue().expectedError()),
              bins.stream().mapToDouble(CalibrationCurve.Bin::predicted).toArray(),
              bins.stream().mapToDouble(CalibrationCurve.Bin::observed).toArray(),
              number);
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
      series.setMarker(SeriesMarkers.CIRCLE);
      series.setMarkerColor(Theme.colour(number++));
    }
    Theme.guide(chart, "perfect", UNIT, UNIT);
    return new Plot(chart);
  }

  private static <C> void add(
      XYChart chart,
      Map<String, C> curves,
      Function<C, double[]> x,
      Function<C, double[]> y,
      String summary,
      ToDoubleFunction<C> value) {
    requireAny(curves);
    int number = 0;
    for (var entry : curves.entrySet()) {
      C curve = entry.getValue();
      String name =
          value == null
              ? entry.getKey()
              : label(entry.getKey(), summary, value.applyAsDouble(curve));
      Theme.line(chart, name, x.apply(curve), y.apply(curve), number++);
    }
  }

  private static double[] level(double y) {
    double[] values = new double[UNIT.length];
    Arrays.fill(values, y);
    return values;
  }

  private static String label(String name, String summary, double value) {
    return String.format(Locale.ROOT, "%s (%s %.3f)", name, summary, value);
  }

  private static void requireAny(Map<String, ?> curves) {
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("a picture needs at least one curve, but there is none");
    }
  }
}
