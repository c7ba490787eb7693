package org.cairnml.inspection;

import java.util.function.ToDoubleFunction;
import org.cairnml.base.Workers;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;

/**
 * How a prediction changes with two features together: the mean prediction over the rows at every
 * pair of values of two grids. The planes of the single rows (individual conditional expectation)
 * show what the mean hides.
 *
 * <p>Sources: Friedman 2001, doi:10.1214/aos/1013203451; Goldstein et al. 2015,
 * doi:10.1080/10618600.2014.907095.
 */
public final class PartialDependence2D {

  private final Schema schema;
  private final ToDoubleFunction<double[]> model;
  private final int j;
  private final int k;
  private final double[] first;
  private final double[] second;
  private final Matrix means;

  private PartialDependence2D(
      Schema schema, ToDoubleFunction<double[]> model, Matrix x, int j, int k, int points) {
    this.schema = schema;
    this.model = model;
    this.j = j;
    this.k = k;
    first = PartialDependence.grid(schema.get(j), x, j, points);
    second = PartialDependence.grid(schema.get(k), x, k, points);
    means = Matrix.zeros(first.length, second.length);
    Workers.standard().run(first.length, g -> addLine(x, g));
  }

  private void addLine(Matrix x, int g) {
    double[] row = new double[x.cols()];
    double[] line = new double[second.length];
    for (int i = 0; i < x.rows(); i++) {
      x.rowInto(i, row);
      row[j] = first[g];
      for (int h = 0; h < line.length; h++) {
        row[k] = second[h];
        line[h] += model.applyAsDouble(row);
      }
    }
    for (int h = 0; h < line.length; h++) {
      means.set(g, h, line[h] / x.rows());
    }
  }

  /** The prediction of a regression as a function of two features. */
  public static PartialDependence2D of(
      RegressionModel model, Matrix x, String first, String second, int points) {
    return of(model.schema(), model::predict, x, first, second, points);
  }

  /** The probability of a class as a function of two features. */
  public static PartialDependence2D of(
      ProbabilityModel model, String className, Matrix x, String first, String second, int points) {
    return of(
        model.schema(), PartialDependence.probability(model, className), x, first, second, points);
  }

  private static PartialDependence2D of(
      Schema schema,
      ToDoubleFunction<double[]> model,
      Matrix x,
      String first,
      String second,
      int points) {
    int j = PartialDependence.indexOf(schema, first);
    int k = PartialDependence.indexOf(schema, second);
    if (j == k) {
      throw new IllegalArgumentException("the two features are the same: '" + first + "'");
    }
    return new PartialDependence2D(schema, model, x, j, k, points);
  }

  /** The values of the first feature (g, a copy). */
  public double[] first() {
    return first.clone();
  }

  /** The values of the second feature (h, a copy). */
  public double[] second() {
    return second.clone();
  }

  /** The mean predictions (g x h, a copy). */
  public Matrix means() {
    return means.copy();
  }

  /**
   * The predictions for one row (d values) at every pair of values (g x h).
   *
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  public Matrix individual(double[] row) {
    schema.check(row, Missing.ALLOWED);
    double[] tried = row.clone();
    Matrix plane = Matrix.zeros(first.length, second.length);
    for (int g = 0; g < first.length; g++) {
      tried[j] = first[g];
      for (int h = 0; h < second.length; h++) {
        tried[k] = second[h];
        plane.set(g, h, model.applyAsDouble(tried));
      }
    }
    return plane;
  }
}
