package org.cairnml.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cairnml.base.Seed;

/**
 * Float operands, and the bound on results: they may differ by {@value #ULPS} times the length of
 * their sum times the rounding unit of a float times the same result for the magnitudes of all
 * operands.
 */
final class FloatOperands {

  private static final double ULPS = 4;
  private static final double UNIT = 0x1p-24;

  private FloatOperands() {}

  /** Numbers of either sign and of several magnitudes. */
  static float[] random(long seed, int size) {
    var random = Seed.of(seed).generator();
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) Math.scalb(random.nextDouble() - 0.5, random.nextInt(-3, 4));
    }
    return values;
  }

  /** The same numbers as doubles. */
  static double[] wide(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  /** Their absolute values as doubles. */
  static double[] magnitudes(float[] values) {
    double[] magnitudes = wide(values);
    for (int i = 0; i < values.length; i++) {
      magnitudes[i] = Math.abs(magnitudes[i]);
    }
    return magnitudes;
  }

  /** Fails if a result of a sum of so many terms is off by more than the bound. */
  static void check(int terms, double actual, double expected, double magnitude) {
    double bound = ULPS * (terms + 1) * UNIT * magnitude + Float.MIN_NORMAL;
    assertThat(actual).isCloseTo(expected, within(bound));
  }

  /** The same for each number of a result. */
  static void check(int terms, float[] actual, double[] expected, double[] magnitude) {
    for (int i = 0; i < actual.length; i++) {
      check(terms, actual[i], expected[i], magnitude[i]);
    }
  }
}
