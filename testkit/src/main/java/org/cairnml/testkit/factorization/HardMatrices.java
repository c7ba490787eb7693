package org.cairnml.testkit.factorization;

import static org.cairnml.testkit.factorization.Residuals.filled;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.QR;

/** Matrices that are graded, deficient, clustered, huge, tiny or far from normal, by name. */
final class HardMatrices {

  private HardMatrices() {}

  /** For every factorization (n x n). */
  static Map<String, Matrix> square(int n) {
    return square(Matrix.wrap(Seed.of(n).generator().doubles((long) n * n).toArray(), n, n));
  }

  /** The same, of this matrix (n x n) where they are random. */
  static Map<String, Matrix> square(Matrix random) {
    int n = random.rows();
    var all = new LinkedHashMap<String, Matrix>();
    all.put("zero", Matrix.zeros(n, n));
    all.put("identity", Matrix.identity(n));
    all.put("all ones", filled(n, n, (i, j) -> 1));
    all.put("Hilbert", hilbert(n));
    all.put("falling diagonal", filled(n, n, (i, j) -> i == j ? Math.pow(10, -i) : 0));
    all.put("graded rows", scaled(random, (i, j) -> Math.pow(10, -40.0 * i / n)));
    all.put("graded columns", scaled(random, (i, j) -> Math.pow(10, -40.0 * j / n)));
    all.put("graded both ways", scaled(random, (i, j) -> Math.pow(10, (i + j - n) * 20.0 / n)));
    all.put(
        "graded columns, some of zeros",
        scaled(random, (i, j) -> j % 3 == 1 ? 0 : Math.pow(10, -40.0 * j / n)));
    all.put("rank of a third", random.slice(0, n, 0, (n + 2) / 3).times(third(random)));
    all.put("identity and rank one", scaled(random, (i, j) -> i == j ? 1 : 1e-9));
    all.put("Wilkinson", filled(n, n, (i, j) -> i == j ? Math.abs(n / 2 - i) : near(i, j)));
    all.put("bidiagonal with zeros", filled(n, n, (i, j) -> j == i || j == i + 1 ? i % 3 : 0));
    all.put("tridiagonal of all magnitudes", filled(n, n, HardMatrices::allMagnitudes));
    all.put("Kahan", filled(n, n, HardMatrices::kahan));
    all.put("columns of zeros", scaled(random, (i, j) -> j % 3 == 1 ? 0 : 1));
    all.put("orthogonal", QR.of(random).q());
    all.put("huge", random.times(0x1p1000));
    all.put("largest", filled(n, n, (i, j) -> (i == j ? -1 : 1) * 0x1p1010));
    all.put("tiny", random.times(0x1p-1000));
    all.put("nearly subnormal", random.times(0x1p-1018));
    return all;
  }

  /** For the general eigendecomposition: defective, companion and rotating ones (n x n). */
  static Map<String, Matrix> farFromNormal(int n) {
    return farFromNormal(Residuals.random(n, n, n));
  }

  /** The same, of this matrix (n x n) where they are random. */
  static Map<String, Matrix> farFromNormal(Matrix random) {
    int n = random.rows();
    var all = new LinkedHashMap<String, Matrix>();
    for (double value : new double[] {0, 1, -3, 1e-20}) {
      all.put("Jordan block of " + value, jordan(n, value));
    }
    all.put("Jordan blocks", filled(n, n, (i, j) -> i == j ? 2 : (j == i + 1 ? i % 3 : 0)));
    all.put("nilpotent", filled(n, n, (i, j) -> j > i ? 1 : 0));
    all.put("roots of one", filled(n, n, (i, j) -> j == (i + 1) % n ? 1 : 0));
    all.put("roots 1 to n", companion(n, k -> k));
    all.put("one root n times", companion(n, k -> 1));
    all.put("small turns", turns(n, k -> Math.pow(10, -k)));
    all.put("even turns", turns(n, k -> k));
    all.put("turns that are linked", turns(n, k -> 1).plus(filled(n, n, HardMatrices::far)));
    all.put("skew", filled(n, n, (i, j) -> j == i + 1 ? i + 1 : (i == j + 1 ? -i : 0)));
    all.put("Grcar", filled(n, n, (i, j) -> j < i - 1 || j > i + 3 ? 0 : (j < i ? -1 : 1)));
    all.put("Frank", filled(n, n, (i, j) -> j < i - 1 ? 0 : n - Math.max(i, j)));
    all.put("graded triangle", filled(n, n, (i, j) -> j < i ? 0 : Math.pow(10, -20 * i / n)));
    all.put("huge above tiny", filled(n, n, (i, j) -> j == i + 1 ? 1e300 : near(i, j) * 1e-300));
    all.put("tiny beside huge", filled(n, n, (i, j) -> cell(n, i, j)));
    all.put("units apart", scaled(random, (i, j) -> Math.pow(10, 300 * (i - j) / n)));
    all.put(
        "units far apart", scaled(random, (i, j) -> near(i, j) == 0 ? 0 : Math.pow(1e270, i - j)));
    return all;
  }

  static Matrix hilbert(int n) {
    return filled(n, n, (i, j) -> 1 / (i + j + 1));
  }

  private static Matrix jordan(int n, double value) {
    return filled(n, n, (i, j) -> i == j ? value : (j == i + 1 ? 1 : 0));
  }

  /** Of the polynomial with the roots root(1), root(2), ...: its coefficients in the first row. */
  private static Matrix companion(int n, IntToDoubleFunction root) {
    double[] c = new double[n + 1];
    c[0] = 1;
    for (int k = 1; k <= n; k++) {
      for (int j = k; j > 0; j--) {
        c[j] -= root.applyAsDouble(k) * c[j - 1];
      }
    }
    return filled(n, n, (i, j) -> i == 0 ? -c[(int) j + 1] : (i == j + 1 ? 1 : 0));
  }

  /** Rotations of the plane by these angles, one below the other; the last row may stand alone. */
  private static Matrix turns(int n, IntToDoubleFunction angle) {
    return filled(
        n,
        n,
        (i, j) -> {
          int block = (int) i / 2;
          if (block != (int) j / 2) {
            return 0;
          }
          double sign = Math.signum(j - i);
          return i == j
              ? Math.cos(angle.applyAsDouble(block))
              : sign * Math.sin(angle.applyAsDouble(block));
        });
  }

  private static double far(double i, double j) {
    return j == i + 2 ? 1 : 0;
  }

  /** Two blocks that are not linked: elements of 1, and of 1e-200. */
  private static double cell(int n, double i, double j) {
    boolean first = i < n / 2;
    return first == j < n / 2 ? (first ? 1 : 1e-200) * Math.cos(i * n + j) : 0;
  }

  private static double allMagnitudes(double i, double j) {
    return Math.abs(i - j) > 1 ? 0 : Math.pow(10, -(37 * i * j + 53 * (i + j)) % 290);
  }

  private static double kahan(double i, double j) {
    return Math.pow(Math.sin(1.2), i) * (j == i ? 1 : (j < i ? 0 : -Math.cos(1.2)));
  }

  private static double near(double i, double j) {
    return Math.abs(i - j) == 1 ? 1 : 0;
  }

  private static Matrix third(Matrix random) {
    return random.slice(0, (random.rows() + 2) / 3, 0, random.cols());
  }

  private static Matrix scaled(Matrix a, DoubleBinaryOperator factor) {
    return filled(
        a.rows(), a.cols(), (i, j) -> factor.applyAsDouble(i, j) * a.get((int) i, (int) j));
  }
}
