package org.cairnml.plots;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import org.cairnml.linalg.Matrix;
import org.cairnml.metrics.ConfusionMatrix;
import org.cairnml.metrics.ConfusionMatrix.Normalization;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/** A confusion matrix as a heat map: true classes down, predicted classes across. */
public final class ConfusionPlot {

  private static final Color[] SHADES = {new Color(0xf2f7fb), new Color(0x56a0d3)};

  private ConfusionPlot() {}

  /** Rows counted. */
  public static Plot counts(ConfusionMatrix confusion) {
    return draw(confusion.classes(), confusion.toMatrix(), "Confusion matrix", "#,##0.##");
  }

  /** Shares, of the rows of each true class or as {@code by} says. */
  public static Plot shares(ConfusionMatrix confusion, Normalization by) {
    return draw(confusion.classes(), confusion.normalized(by), "Confusion matrix, shares", "0.00");
  }

  private static Plot draw(List<String> classes, Matrix values, String title, String pattern) {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(Theme.WIDTH)
            .height(Theme.HEIGHT)
            .title(title)
            .xAxisTitle("predicted class")
            .yAxisTitle("true class")
            .build();
    Theme.axes(chart.getStyler());
    chart.getStyler().setRangeColors(SHADES);
    chart.getStyler().setShowValue(true);
    chart.getStyler().setValueFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    chart.getStyler().setValueFontColor(Theme.INK);
    chart.getStyler().setHeatMapValueDecimalPattern(pattern);
    chart.getStyler().setHeatMapDecimalValueFormatter(v -> Theme.number(v, pattern));
    chart.getStyler().setLegendVisible(false);
    int n = classes.size();
    List<String> upwards = new ArrayList<>(classes);
    java.util.Collections.reverse(upwards);
    List<Number[]> cells = new ArrayList<>();
    for (int truth = 0; truth < n; truth++) {
      for (int predicted = 0; predicted < n; predicted++) {
        cells.add(new Number[] {predicted, n - 1 - truth, values.get(truth, predicted)});
      }
    }
    chart.addSeries("rows", classes, upwards, cells);
    return new Plot(chart);
  }
}
