package org.cairnml.plots;

import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Scores against what was varied, and values by name. */
public final class ScorePlots {

  private static final int BAR = 24;
  private static final int AROUND_BARS = 130;

  /**
   * A score measured several times at each x.
   *
   * @param name for the legend, such as "training" or "validation"
   * @param x what was varied: rows, or a hyperparameter
   * @param means the mean at each x
   * @param deviations the standard deviation at each x, drawn as a bar
   */
  public record Series(String name, List<Double> x, List<Double> means, List<Double> deviations) {
    public Series {
      x = List.copyOf(x);
      means = List.copyOf(means);
      deviations = List.copyOf(deviations);
      if (x.isEmpty() || x.size() != means.size() || x.size() != deviations.size()) {
        throw new IllegalArgumentException(
            "%s: a mean and a deviation for each x are needed, but there are %d, %d and %d"
                .formatted(name, x.size(), means.size(), deviations.size()));
      }
    }
  }

  private ScorePlots() {}

  /** A learning or validation curve. */
  public static Plot curve(String title, String x, String score, List<Series> series) {
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a picture needs at least one series, but there is none");
    }
    XYChart chart = Theme.xy(title, x, score);
    for (int i = 0; i < series.size(); i++) {
      Series one = series.get(i);
      XYSeries drawn = chart.addSeries(one.name(), one.x(), one.means(), one.deviations());
      drawn.setMarker(SeriesMarkers.CIRCLE);
      drawn.setMarkerColor(Theme.colour(i));
      drawn.setLineColor(Theme.colour(i));
    }
    return new Plot(chart);
  }

  /** A bar for each name, from left to right, such as the importances of features. */
  public static Plot bars(String title, String value, Map<String, Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a picture needs at least one bar, but there is none");
    }
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(Math.max(Theme.WIDTH, AROUND_BARS + BAR * values.size()))
            .height(Theme.HEIGHT)
            .title(title)
            .yAxisTitle(value)
            .build();
    Theme.axes(chart.getStyler());
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setAvailableSpaceFill(0.7);
    chart.getStyler().setXAxisLabelRotation(45);
    chart
        .addSeries("values", List.copyOf(values.keySet()), List.copyOf(values.values()))
        .setFillColor(Theme.colour(0));
    return new Plot(chart);
  }
}
