package org.cairnml.inspection;

import java.util.function.ToDoubleFunction;
import org.cairnml.base.Workers;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;

/**
 * How a prediction changes with two features together: the mean prediction over the rows at every
 * pair of values of two grids. Source: Friedman 2001, doi:10.1214/aos/1013203451.
 */
public final class PartialDependence2D {

  private final double[] first;
  private final double[] second;
  private final Matrix means;

  private PartialDependence2D(double[] first, double[] second, Matrix means) {
    this.first = first;
    this.second = second;
    this.means = means;
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
    double[] a = PartialDependence.grid(schema.get(j), x, j, points);
    double[] b = PartialDependence.grid(schema.get(k), x, k, points);
    Matrix means = Matrix.zeros(a.length, b.length);
    Workers.standard()
        .run(
            a.length,
            g -> {
              double[] row = new double[x.cols()];
              for (int h = 0; h < b.length; h++) {
                double sum = 0;
                for (int i = 0; i < x.rows(); i++) {
                  x.rowInto(i, row);
                  row[j] = a[g];
                  row[k] = b[h];
                  sum += model.applyAsDouble(row);
                }
                means.set(g, h, sum / x.rows());
              }
            });
    return new PartialDependence2D(a, b, means);
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
}
