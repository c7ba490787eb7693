package org.cairnml.plots;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Rows as points in a plane. */
public final class Points {

  private static final int OPACITY = 140;
  private static final int MARKER = 6;

  private Points() {}

  /**
   * Rows coloured by class or by cluster.
   *
   * @param points two columns, x and y (n x 2)
   * @param groups the class of each row
   * @throws IllegalArgumentException if there are other than two columns, no rows, or a value that
   *     is not finite
   */
  public static Plot scatter(Matrix points, Labels groups, String title, String x, String y) {
    if (points.cols() != 2 || points.rows() != groups.size()) {
      throw new IllegalArgumentException(
          "points are n x 2 with one group for each row, but this is "
              + points.rows()
              + " x "
              + points.cols()
              + " with "
              + groups.size()
              + " groups");
    }
    double[] first = points.column(0).toArray();
    double[] second = points.column(1).toArray();
    requirePairs(x, first, y, second);
    XYChart chart = Theme.xy(title, x, y);
    List<String> names = new ArrayList<>(groups.classes());
    for (int g = 0; g < names.size(); g++) {
      int group = g;
      int[] rows = IntStream.range(0, groups.size()).filter(i -> groups.code(i) == group).toArray();
      if (rows.length > 0) {
        add(chart, names.get(g), pick(first, rows), pick(second, rows), g);
      }
    }
    return new Plot(chart);
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }

  static void add(XYChart chart, String name, double[] x, double[] y, int number) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.CIRCLE);
    Color colour = Theme.colour(number);
    series.setMarkerColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY));
    chart.getStyler().setMarkerSize(MARKER);
  }

  static void requirePairs(String first, double[] x, String second, double[] y) {
    if (x.length == 0 || x.length != y.length) {
      throw new IllegalArgumentException(
          "%s has %d rows and %s has %d; a picture needs as many of both, and one at least"
              .formatted(first, x.length, second, y.length));
    }
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        throw new IllegalArgumentException(
            "row %d cannot be drawn: %s is %s, %s is %s".formatted(i, first, x[i], second, y[i]));
      }
    }
  }
}
