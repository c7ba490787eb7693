package org.cairnml.boosting;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.cairnml.core.Model;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;

/** A model file of another library, rows, and what that library predicts of them. */
record ForeignFixture(Path file, Matrix rows, Matrix expected) {

  static ForeignFixture of(String name, String extension) {
    Reference table = Reference.table(ForeignFixture.class, name + ".csv");
    return new ForeignFixture(file(name + extension), table.matrixOf("x"), table.matrixOf("p"));
  }

  static Path file(String name) {
    try {
      return Path.of(ForeignFixture.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the library would write: numbers, or a probability for two classes or for each. */
  static double[] predict(Model model, double[] row, int outputs) {
    if (model instanceof RegressionBoosting regression) {
      return new double[] {regression.predict(row)};
    }
    ProbabilityModel classes = (ProbabilityModel) model;
    double[] p = new double[classes.classes().size()];
    classes.probabilitiesInto(row, p);
    if (outputs == p.length) {
      return p;
    }
    return new double[] {p.length == 2 ? p[1] : classes.predictCode(row)};
  }

  /** The same, from predictions of all rows at once. */
  static Matrix predictAll(Model model, Matrix x, int outputs) {
    if (model instanceof RegressionBoosting regression) {
      return Matrix.ofColumns(regression.predict(x).toArray());
    }
    Matrix p = ((ProbabilityModel) model).probabilities(x);
    if (outputs == p.cols()) {
      return p;
    }
    double[] one = new double[p.rows()];
    for (int i = 0; i < one.length; i++) {
      one[i] = p.cols() == 2 ? p.get(i, 1) : ((ProbabilityModel) model).predict(x).code(i);
    }
    return Matrix.ofColumns(one);
  }
}
