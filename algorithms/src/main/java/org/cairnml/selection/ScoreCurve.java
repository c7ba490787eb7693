package org.cairnml.selection;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.cairnml.metrics.Metric;

/**
 * Scores on training and on test rows while one thing varies: a learning or a validation curve.
 * Scores on training rows far better than on test rows mean that the model learns its rows by
 * heart; both bad, that it learns too little.
 *
 * @param varied what varies: {@code training rows}, or the name of a setting
 * @param metric what is measured
 * @param points in the order of what was asked for
 */
public record ScoreCurve(String varied, Metric metric, List<Point> points) {

  /**
   * The scores at one value.
   *
   * @param x the number of training rows; the value of a setting, or its place from 0 if it is no
   *     number
   * @param value the same in words
   * @param train the score on the training rows of each split
   * @param test the score on the test rows of each split
   * @param fitSeconds the mean time of a fit
   */
  public record Point(
      double x, String value, List<Double> train, List<Double> test, double fitSeconds) {

    /** Keeps its own copies. */
    public Point {
      train = List.copyOf(train);
      test = List.copyOf(test);
    }
  }

  /** Keeps its own copy. */
  public ScoreCurve {
    points = List.copyOf(points);
  }

  /** What varies, a number a point. */
  public List<Double> x() {
    return points.stream().map(Point::x).toList();
  }

  /** The mean score on training rows, a point each. */
  public List<Double> trainMeans() {
    return each(Point::train, Scores::mean);
  }

  /** The standard deviation of the scores on training rows (n - 1), a point each. */
  public List<Double> trainDeviations() {
    return each(Point::train, Scores::deviation);
  }

  /** The mean score on test rows, a point each. */
  public List<Double> testMeans() {
    return each(Point::test, Scores::mean);
  }

  /** The standard deviation of the scores on test rows (n - 1), a point each. */
  public List<Double> testDeviations() {
    return each(Point::test, Scores::deviation);
  }

  private List<Double> each(
      Function<Point, List<Double>> scores, Function<double[], Double> summary) {
    return points.stream()
        .map(p -> summary.apply(scores.apply(p).stream().mapToDouble(v -> v).toArray()))
        .toList();
  }

  /** A line a point. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    String heading = "%-20s %22s %22s %10s\n";
    String metricName = metric.name();
    text.append(heading.formatted(varied, "training " + metricName, "test " + metricName, "fit s"));
    for (int i = 0; i < points.size(); i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-20s %22s %22s %10.3f\n",
              points.get(i).value(),
              cell(trainMeans().get(i), trainDeviations().get(i)),
              cell(testMeans().get(i), testDeviations().get(i)),
              points.get(i).fitSeconds()));
    }
    return text.toString();
  }

  private static String cell(double mean, double deviation) {
    return String.format(Locale.ROOT, "%.4f ± %.4f", mean, deviation);
  }
}
