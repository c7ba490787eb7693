package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certified values of the NIST reference datasets for linear regression. */
@Tag("numeric")
class NistLinearTest {

  /** What an exact fit may leave, relative to the size of the target. */
  private static final double ZERO = 1e-13;

  /**
   * Digits that must agree in every coefficient and standard error. Filip's powers of x are rounded
   * to doubles before any fit sees them, which alone costs all but 7.6 digits.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Norris, 1, 12, 11",
    "Pontius, 2, 12, 11",
    "NoInt1, 1, 13, 12",
    "NoInt2, 1, 13, 12",
    "Longley, 0, 12, 11",
    "Filip, 10, 7, 5",
    "Wampler1, 5, 9, 0",
    "Wampler2, 5, 9, 0",
    "Wampler3, 5, 9, 11",
    "Wampler4, 5, 9, 11",
    "Wampler5, 5, 9, 11"
  })
  void coefficients(String name, int degree, double digits, double errorDigits) {
    Reference summary =
        Reference.table(NistLinearTest.class, "nist/certified_summary.csv").where("dataset", name);
    Reference certified =
        Reference.table(NistLinearTest.class, "nist/certified_coefficients.csv")
            .where("dataset", name);
    Dataset data = load(name, degree);
    boolean intercept = summary.strings("intercept").get(0).equals("yes");
    var model = new LinearRegression().withIntercept(intercept).fit(data);
    double[] estimates = model.estimates().stream().mapToDouble(Estimate::value).toArray();
    double[] errors = model.estimates().stream().mapToDouble(Estimate::standardError).toArray();

    assertThat(model.summary().note()).isEmpty();
    assertDigits(estimates, certified.numbers("estimate"), digits);
    double sd = summary.numbers("residual_sd")[0];
    if (sd == 0) {
      double size = Arrays.stream(data.target()).map(Math::abs).max().orElseThrow();
      assertThat(model.residualStandardDeviation()).isLessThan(ZERO * size);
    } else {
      assertDigits(errors, certified.numbers("std_error"), errorDigits);
      assertDigits(model.residualStandardDeviation(), sd, errorDigits);
      assertDigits(model.f(), summary.numbers("f_statistic")[0], errorDigits);
    }
    assertDigits(model.r2(), summary.numbers("r_squared")[0], Math.min(digits, 9));
    assertThat(model.residualDegreesOfFreedom()).isEqualTo((int) summary.numbers("df_residual")[0]);
  }

  @Test
  void exactIntegersComeOutExactly() {
    var model = new LinearRegression().fit(load("Wampler1", 5));
    assertThat(model.coefficients()).containsExactly(1, 1, 1, 1, 1);
    assertThat(model.intercept()).isEqualTo(1);
  }

  private static Dataset load(String name, int degree) {
    Reference table = Reference.table(NistLinearTest.class, "nist/" + name + ".csv");
    if (name.equals("Longley")) {
      Matrix x = table.matrix("GNPDEFL", "GNP", "UNEMP", "ARMED", "POP", "YEAR");
      return Dataset.of(x, table.numbers("TOTEMP"));
    }
    double[] x = table.numbers("x");
    double[][] powers = new double[degree][x.length];
    for (int k = 0; k < degree; k++) {
      for (int i = 0; i < x.length; i++) {
        powers[k][i] = Math.pow(x[i], k + 1);
      }
    }
    return Dataset.of(Matrix.ofColumns(powers), table.numbers("y"));
  }

  private static void assertDigits(double[] found, double[] certified, double digits) {
    for (int j = 0; j < certified.length; j++) {
      assertDigits(found[j], certified[j], digits);
    }
  }

  private static void assertDigits(double found, double certified, double digits) {
    double right = -Math.log10(Math.abs(found - certified) / Math.abs(certified));
    assertThat(right)
        .as("right digits of %s, certified %s", found, certified)
        .isGreaterThanOrEqualTo(digits);
  }
}
