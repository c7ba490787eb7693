package org.cairnml.testkit;

import java.util.Locale;

/**
 * How far two computations of one thing may be apart: {@code |actual - expected| <= relative *
 * max(|expected|, scale)}. The scale is the size of the numbers that went into the result, so that
 * a result near 0 that came from large numbers is not held to its own small size.
 *
 * @param reason why results differ at all, for the failure message
 * @param relative the bound, relative to the larger of the expected value and the scale
 */
public record Tolerance(String reason, double relative) {

  /** The same arithmetic in the same order: every bit is equal (NaN equals NaN, 0 is not -0). */
  public static final Tolerance BITWISE = new Tolerance("the same arithmetic in the same order", 0);

  /** The same sums in another order, on well-conditioned data of moderate size. */
  public static final Tolerance SUMMATION =
      new Tolerance("the same sums in another order, well conditioned", 1e-12);

  /** Two direct (not iterative) ways to solve a system with a condition number up to 1e4. */
  public static final Tolerance DIRECT_SOLVE =
      new Tolerance("two direct solutions, condition number up to 1e4", 1e-9);

  /** Two runs of an iterative method that each stop within the method's own default tolerance. */
  public static final Tolerance ITERATIVE =
      new Tolerance("two iterative solutions, each within its stopping rule", 1e-4);

  /** Refuses a bound that is negative or not finite. */
  public Tolerance {
    if (!(relative >= 0 && relative < 1)) {
      throw new IllegalArgumentException("relative must be in [0, 1), but was " + relative);
    }
  }

  /** The same with another bound, for a reason of its own. */
  public Tolerance wider(double factor, String why) {
    return new Tolerance(why, relative * factor);
  }

  /** Whether two values are close enough, for numbers of size 1 or their own size. */
  public boolean accepts(double actual, double expected) {
    return accepts(actual, expected, 1);
  }

  /** Whether two values are close enough, for numbers of the given scale. */
  public boolean accepts(double actual, double expected, double scale) {
    if (Double.compare(actual, expected) == 0) {
      return true;
    }
    if (relative == 0) {
      return false;
    }
    return Math.abs(actual - expected) <= relative * Math.max(Math.abs(expected), scale);
  }

  /** Fails if two values are too far apart. */
  public void check(String what, double actual, double expected) {
    check(what, actual, expected, 1);
  }

  /** Fails if two values are too far apart for numbers of the given scale. */
  public void check(String what, double actual, double expected, double scale) {
    if (!accepts(actual, expected, scale)) {
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "%s: %s, expected %s (off by %.3g, allowed %.3g relative: %s)",
              what,
              actual,
              expected,
              Math.abs(actual - expected),
              relative,
              reason));
    }
  }

  /** Fails if arrays have unequal lengths or an element is too far off. */
  public void check(String what, double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      throw new AssertionError(
          what + ": " + actual.length + " values, expected " + expected.length);
    }
    for (int i = 0; i < actual.length; i++) {
      check(what + "[" + i + "]", actual[i], expected[i]);
    }
  }

  /** Fails if arrays have unequal shapes or an element is too far off. */
  public void check(String what, double[][] actual, double[][] expected) {
    if (actual.length != expected.length) {
      throw new AssertionError(what + ": " + actual.length + " rows, expected " + expected.length);
    }
    for (int i = 0; i < actual.length; i++) {
      check(what + " row " + i, actual[i], expected[i]);
    }
  }
}
