package org.cairnml.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import org.cairnml.base.Progress;
import org.cairnml.optimize.Minimum.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LBFGSTest {

  /** The chained function of Rosenbrock; its minimum is 0 at (1, ..., 1). */
  private static double rosenbrock(double[] x, double[] gradient) {
    double value = 0;
    java.util.Arrays.fill(gradient, 0);
    for (int i = 0; i + 1 < x.length; i++) {
      double bend = x[i + 1] - x[i] * x[i];
      double side = 1 - x[i];
      value += 100 * bend * bend + side * side;
      gradient[i] += -400 * bend * x[i] - 2 * side;
      gradient[i + 1] += 200 * bend;
    }
    return value;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 50})
  void findsTheBottomOfTheValley(int n) {
    double[] start = new double[n];
    start[0] = -1.2;
    Minimum minimum =
        new LBFGS().withGradientTolerance(1e-9).minimize(LBFGSTest::rosenbrock, start);
    assertThat(minimum.stop()).isEqualTo(Stop.GRADIENT);
    for (double v : minimum.x()) {
      assertThat(v).isCloseTo(1, within(1e-8));
    }
    assertThat(start[0]).isEqualTo(-1.2);
  }

  @Test
  void staysInsideTheDomain() {
    Objective logBarrier =
        (x, g) -> {
          g[0] = 1 - 1e-6 / x[0];
          return x[0] <= 0 ? Double.NaN : x[0] - 1e-6 * Math.log(x[0]);
        };
    Minimum minimum = new LBFGS().minimize(logBarrier, new double[] {5});
    assertThat(minimum.converged()).isTrue();
    assertThat(minimum.x()[0]).isCloseTo(1e-6, within(1e-11));
  }

  @Test
  void anUnreachableToleranceEndsAtRoundingAndCountsAsConverged() {
    Objective shifted =
        (x, g) -> {
          g[0] = 2 * (x[0] - Math.PI) + 1e-13;
          return 1e3 + (x[0] - Math.PI) * (x[0] - Math.PI);
        };
    Minimum minimum = new LBFGS().withGradientTolerance(0).minimize(shifted, new double[] {0});
    assertThat(minimum.converged()).isTrue();
    assertThat(minimum.x()[0]).isCloseTo(Math.PI, within(1e-7));
  }

  @Test
  void aWrongGradientIsNotCalledConverged() {
    Objective wrong =
        (x, g) -> {
          g[0] = -2 * x[0];
          return x[0] * x[0];
        };
    assertThat(new LBFGS().minimize(wrong, new double[] {1}).stop()).isEqualTo(Stop.FAILED);
  }

  @Test
  void limitAndListenerEndIt() {
    var heard = new ArrayList<Long>();
    Progress three =
        step -> {
          heard.add(step.done());
          return step.done() < 3 ? Progress.Answer.CONTINUE : Progress.Answer.STOP;
        };
    double[] start = {-1.2, 1};
    assertThat(new LBFGS().minimize(LBFGSTest::rosenbrock, start, three).stop())
        .isEqualTo(Stop.LISTENER);
    assertThat(heard).containsExactly(1L, 2L, 3L);
    Minimum limited = new LBFGS().withMaxIterations(2).minimize(LBFGSTest::rosenbrock, start);
    assertThat(limited.stop()).isEqualTo(Stop.LIMIT);
    assertThat(limited.converged()).isFalse();
  }

  @Test
  void refusesAStartOutsideTheDomain() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LBFGS().minimize((x, g) -> Double.NaN, new double[] {0}))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> new LBFGS().withMemory(0));
  }
}
