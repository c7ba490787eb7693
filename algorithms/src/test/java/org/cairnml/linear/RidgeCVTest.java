package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.testing.Reference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("numeric")
class RidgeCVTest {

  /** Relative; both sides solve well-conditioned systems. */
  private static final double REFERENCE = 1e-9;

  private static final List<Double> ALPHAS = List.of(0.01, 0.3, 1.0, 10.0, 300.0);

  private static final Reference TABLE = Reference.table(RidgeCVTest.class, "regression.csv");
  private static final Dataset DATA = Dataset.of(TABLE.matrixOf("x"), TABLE.numbers("y"));
  private static final Dataset WEIGHTED = DATA.withWeights(TABLE.numbers("w"));

  @Test
  void agreesWithScikitLearn() {
    var learner = new RidgeCV().withAlphas(ALPHAS);
    assertClose(learner, DATA, "plain");
    assertClose(learner.withIntercept(false), DATA, "origin");
    assertClose(learner, DATA.rows(0, 1, 2), "wide");
  }

  private static void assertClose(RidgeCV learner, Dataset data, String name) {
    var expected = Reference.table(RidgeCVTest.class, "ridge_cv_reference.csv").values(name);
    double[] errors = learner.leaveOneOut(data);
    for (int a = 0; a < errors.length; a++) {
      double error = expected.get("error")[a];
      assertThat(errors[a]).as(name).isCloseTo(error, within(REFERENCE * error));
    }
    double alpha = expected.get("alpha")[0];
    LinearModel model = learner.fit(data);
    assertThat(model.summary().note()).contains("alpha " + alpha);
    var ridge = new Ridge(alpha, learner.intercept()).fit(data);
    assertThat(model.coefficients()).isEqualTo(ridge.coefficients());
    assertThat(model.intercept()).isEqualTo(ridge.intercept());
  }

  @Test
  void errorsAreThoseOfFitsWithoutTheRow() {
    for (Dataset data : List.of(WEIGHTED, WEIGHTED.rows(0, 1, 2))) {
      double[] errors = new RidgeCV().withAlphas(ALPHAS).leaveOneOut(data);
      for (int a = 0; a < errors.length; a++) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < data.rows(); i++) {
          int left = i;
          int[] rest = IntStream.range(0, data.rows()).filter(r -> r != left).toArray();
          var model = new Ridge().withAlpha(ALPHAS.get(a)).fit(data.rows(rest));
          double error = data.target()[i] - model.predict(data.x().row(i).toArray());
          sum += data.weight(i) * error * error;
          total += data.weight(i);
        }
        assertThat(errors[a]).isCloseTo(sum / total, within(REFERENCE * sum / total));
      }
    }
  }

  @Test
  void refusesWhatCannotBeChosenFrom() {
    assertThatThrownBy(() -> new RidgeCV().fit(DATA.rows(0)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("two rows");
    for (List<Double> alphas : List.of(List.<Double>of(), List.of(0.0), List.of(Double.NaN))) {
      assertThatThrownBy(() -> new RidgeCV().withAlphas(alphas))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("alphas");
    }
  }
}
