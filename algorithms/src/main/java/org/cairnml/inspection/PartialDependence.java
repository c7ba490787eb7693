package org.cairnml.inspection;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.core.Feature;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;

/**
 * How a prediction changes with one feature: for every value of a grid, the mean prediction over
 * the rows with the feature set to that value. The lines of the single rows (individual conditional
 * expectation) show what the mean hides.
 *
 * <p>Sources: Friedman 2001, doi:10.1214/aos/1013203451; Goldstein et al. 2015,
 * doi:10.1080/10618600.2014.907095.
 */
public final class PartialDependence {

  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private final Feature feature;
  private final double[] grid;
  private final Matrix individual;

  private PartialDependence(Feature feature, double[] grid, Matrix individual) {
    this.feature = feature;
    this.grid = grid;
    this.individual = individual;
  }

  /** The prediction of a regression as a function of the feature with this name. */
  public static PartialDependence of(RegressionModel model, Matrix x, String feature, int points) {
    return of(model.schema(), model::predict, x, feature, points);
  }

  /** The probability of a class as a function of the feature with this name. */
  public static PartialDependence of(
      ProbabilityModel model, String className, Matrix x, String feature, int points) {
    return of(model.schema(), probability(model, className), x, feature, points);
  }

  static ToDoubleFunction<double[]> probability(ProbabilityModel model, String className) {
    int code = model.classes().indexOf(className);
    if (code < 0) {
      throw new DataException(
          "there is no class '" + className + "', the classes are " + model.classes());
    }
    return row -> model.probabilities(row)[code];
  }

  private static PartialDependence of(
      Schema schema, ToDoubleFunction<double[]> model, Matrix x, String name, int points) {
    int j = indexOf(schema, name);
    double[] grid = grid(schema.get(j), x, j, points);
    Matrix individual = Matrix.zeros(x.rows(), grid.length);
    Workers.standard()
        .ranges(
            x.rows(),
            64,
            (from, to) -> {
              double[] row = new double[x.cols()];
              for (int i = from; i < to; i++) {
                x.rowInto(i, row);
                for (int g = 0; g < grid.length; g++) {
                  row[j] = grid[g];
                  individual.set(i, g, model.applyAsDouble(row));
                }
              }
            });
    return new PartialDependence(schema.get(j), grid, individual);
  }

  static int indexOf(Schema schema, String name) {
    int j = schema.names().indexOf(name);
    if (j < 0) {
      throw new DataException("there is no feature '" + name + "' among " + schema.names());
    }
    return j;
  }

  /**
   * The values to try: all levels of a category, all values of a number that has few, else {@code
   * points} values evenly spaced between its 5 % and 95 % quantiles.
   */
  static double[] grid(Feature feature, Matrix x, int j, int points) {
    if (points < 2) {
      throw new IllegalArgumentException("points must be at least 2, but was " + points);
    }
    if (feature.isCategory()) {
      return IntStream.range(0, feature.levels().size()).asDoubleStream().toArray();
    }
    double[] present =
        Arrays.stream(x.column(j).toArray()).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (present.length == 0) {
      throw new DataException("feature '" + feature.name() + "' has no value in these rows");
    }
    double[] distinct = Arrays.stream(present).distinct().toArray();
    if (distinct.length <= points) {
      return distinct;
    }
    double low = present[(int) (LOW * (present.length - 1))];
    double high = present[(int) Math.ceil(HIGH * (present.length - 1))];
    if (low == high) {
      return distinct.length <= 2 * points ? distinct : new double[] {distinct[0], low};
    }
    return IntStream.range(0, points)
        .mapToDouble(g -> low + (high - low) * g / (points - 1))
        .toArray();
  }

  /** The feature. */
  public Feature feature() {
    return feature;
  }

  /** The values that were tried (g, a copy). */
  public double[] grid() {
    return grid.clone();
  }

  /** The mean prediction at each value of the grid (g). */
  public double[] means() {
    double[] means = new double[grid.length];
    for (int g = 0; g < grid.length; g++) {
      means[g] = individual.column(g).sum() / individual.rows();
    }
    return means;
  }

  /** The prediction of each row at each value of the grid (n x g, a copy). */
  public Matrix individual() {
    return individual.copy();
  }
}
