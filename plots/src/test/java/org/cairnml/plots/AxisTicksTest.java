package org.cairnml.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.cairnml.metrics.BinaryScores;
import org.cairnml.metrics.GainCurve;
import org.cairnml.metrics.RocCurve;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Axes from 0 to 1 are labelled with one digit, so their ticks must stand at tenths, or fifths,
 * also where the values are sevenths: a label that is rounded names another place.
 */
class AxisTicksTest {

  /** Positions are drawn to the half of a pixel. */
  private static final Offset<Double> ONE_PIXEL = within(1.0);

  private static final double TICK_LENGTH = 3;

  private static final Pattern LINE =
      Pattern.compile(
          "<line (clip-path[^ ]* )?[^>]*x1=\"([\\d.]+)\" x2=\"([\\d.]+)\""
              + " y1=\"([\\d.]+)\" y2=\"([\\d.]+)\"");

  /** A line of an SVG; those of series are clipped to the plot. */
  private record Line(boolean ofSeries, double x1, double x2, double y1, double y2) {

    boolean isTickOfX() {
      return !ofSeries && x1 == x2 && Math.abs(Math.abs(y1 - y2) - TICK_LENGTH) < 1e-3;
    }

    boolean isTickOfY() {
      return !ofSeries && y1 == y2 && Math.abs(Math.abs(x1 - x2) - TICK_LENGTH) < 1e-3;
    }
  }

  private static List<Line> lines(Plot plot) {
    List<Line> lines = new ArrayList<>();
    Matcher found = LINE.matcher(plot.toSvg());
    while (found.find()) {
      lines.add(
          new Line(
              found.group(1) != null,
              Double.parseDouble(found.group(2)),
              Double.parseDouble(found.group(3)),
              Double.parseDouble(found.group(4)),
              Double.parseDouble(found.group(5))));
    }
    return lines;
  }

  /** Scores that meet both classes in turn: all rates are multiples of one over the pairs. */
  private static BinaryScores alternating(int pairs) {
    boolean[] positive = new boolean[2 * pairs];
    double[] scores = new double[2 * pairs];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = i % 2 == 1;
      scores[i] = i;
    }
    return BinaryScores.of(positive, scores);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6, 7, 9, 11, 13})
  void ticksOfRocCurvesStandAtTenths(int pairs) {
    assertTicks(CurvePlots.roc(Map.of("model", RocCurve.of(alternating(pairs)))));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6, 7, 9, 11, 13})
  void ticksOfGainCurvesStandAtTenths(int pairs) {
    assertTicks(CurvePlots.gain(Map.of("model", GainCurve.of(alternating(pairs)))));
  }

  /** The curve goes from (0, 0) to (1, 1), which says where 0 and 1 are drawn. */
  private static void assertTicks(Plot plot) {
    List<Line> lines = lines(plot);
    List<Line> curve = lines.stream().filter(Line::ofSeries).toList();
    Line first = curve.get(0);
    Line last = curve.get(curve.size() - 1);
    assertEven(
        lines.stream().filter(Line::isTickOfX).map(Line::x1).sorted().toList(),
        first.x1(),
        last.x2());
    assertEven(
        lines.stream().filter(Line::isTickOfY).map(Line::y1).sorted().toList(),
        last.y2(),
        first.y1());
  }

  private static void assertEven(List<Double> ticks, double low, double high) {
    int steps = ticks.size() - 1;
    assertThat(steps).isIn(5, 10);
    for (int i = 0; i <= steps; i++) {
      assertThat(ticks.get(i)).isCloseTo(low + i * (high - low) / steps, ONE_PIXEL);
    }
  }
}
