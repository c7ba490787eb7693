package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;

/** The rows of classification.csv, on which the references of classifiers were computed. */
final class ClassificationData {

  private static final Reference TABLE =
      Reference.table(ClassificationData.class, "classification.csv");

  /** Classes ash, birch and cedar, with weights. */
  static final Dataset THREE =
      Dataset.of(TABLE.matrixOf("x"), Labels.of(TABLE.strings("class")))
          .withWeights(TABLE.numbers("w"));

  /** Without cedar. */
  static final Dataset TWO =
      THREE.rows(
          IntStream.range(0, THREE.rows()).filter(i -> THREE.labels().code(i) < 2).toArray());

  private ClassificationData() {}

  static Dataset unweighted(Dataset data) {
    return Dataset.of(data.x(), data.labels());
  }

  /**
   * Each row of coefficients, its intercept first, must be as expected to the tolerance, relative
   * to its largest.
   */
  static void assertClose(
      LogisticModel model, Map<String, double[]> expected, String name, double tolerance) {
    assertThat(model.summary().converged()).as(name + " converged").isTrue();
    Matrix coefficients = model.coefficients();
    assertThat(coefficients.rows()).isEqualTo(expected.size());
    for (int c = 0; c < expected.size(); c++) {
      double[] row = expected.get("row" + c);
      double[] found = new double[row.length];
      found[0] = model.intercepts()[c];
      System.arraycopy(coefficients.row(c).toArray(), 0, found, 1, row.length - 1);
      double size = Arrays.stream(row).map(Math::abs).max().orElseThrow();
      assertThat(found).as(name).containsExactly(row, within(tolerance * Math.max(1, size)));
    }
  }
}
