package org.cairnml.inspection;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairnml.core.Schema;

/**
 * How the features of one row brought an output from its expected value to what it is. {@code
 * expected() + sum of contributions = output()}.
 */
public final class Explanation {

  private static final int SHOWN = 10;

  private final Schema schema;
  private final double[] row;
  private final double expected;
  private final double[] contributions;

  Explanation(Schema schema, double[] row, double expected, double[] contributions) {
    this.schema = schema;
    this.row = row.clone();
    this.expected = expected;
    this.contributions = contributions;
  }

  /** The output when nothing is known of the row. */
  public double expected() {
    return expected;
  }

  /** The contribution of each feature (d values, a copy). */
  public double[] contributions() {
    return contributions.clone();
  }

  /** The contribution of feature {@code j}. */
  public double contribution(int j) {
    return contributions[j];
  }

  /** The raw output of the model for the row. */
  public double output() {
    double sum = expected;
    for (double contribution : contributions) {
      sum += contribution;
    }
    return sum;
  }

  /** The features that matter most, with their values and contributions, one a line. */
  @Override
  public String toString() {
    String lines =
        IntStream.range(0, contributions.length)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -Math.abs(contributions[j])))
            .limit(SHOWN)
            .map(j -> String.format(Locale.ROOT, "%+12.5g  %s", contributions[j], value(j)))
            .collect(Collectors.joining("\n"));
    return String.format(
        Locale.ROOT, "%12.5g  expected%n%s%n%12.5g  output", expected, lines, output());
  }

  private String value(int j) {
    var feature = schema.get(j);
    boolean known = feature.isCategory() && row[j] >= 0 && row[j] < feature.levels().size();
    return feature.name() + " = " + (known ? feature.levels().get((int) row[j]) : row[j]);
  }
}
