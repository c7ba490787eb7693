package org.cairnml.testkit.generate;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Matrix;

/** Generators of matrices with a known property, up to 40 rows. */
public final class Matrices {

  private static final int MOST_ROWS = 40;
  private static final int MOST_COLUMNS = 15;

  private Matrices() {}

  /** Elements between -1 and 1, any shape from 1 x 1. */
  public static Arbitrary<Matrix> dense() {
    return shape(MOST_ROWS, MOST_ROWS, false);
  }

  /** At least as many rows as columns, elements between -1 and 1; full rank almost surely. */
  public static Arbitrary<Matrix> tall() {
    return shape(MOST_ROWS, MOST_COLUMNS, true);
  }

  /** Symmetric and positive definite: {@code A'A + I}, condition number below 1e3. */
  public static Arbitrary<Matrix> positiveDefinite() {
    return tall()
        .map(
            a -> {
              Matrix gram = a.gram();
              for (int i = 0; i < gram.rows(); i++) {
                gram.set(i, i, gram.get(i, i) + 1);
              }
              return gram;
            });
  }

  /** Tall, with columns whose sizes fall from 1 to about 1e-12. */
  public static Arbitrary<Matrix> graded() {
    return tall()
        .map(
            a -> {
              Matrix graded = a.copy();
              for (int i = 0; i < a.rows(); i++) {
                for (int j = 0; j < a.cols(); j++) {
                  graded.set(i, j, a.get(i, j) * Math.pow(10, -12.0 * j / a.cols()));
                }
              }
              return graded;
            });
  }

  /** Tall, with a last column that is a sum of the others: rank deficient. */
  public static Arbitrary<Matrix> rankDeficient() {
    return tall()
        .filter(a -> a.cols() > 1)
        .map(
            a -> {
              Matrix deficient = a.copy();
              int last = a.cols() - 1;
              for (int i = 0; i < a.rows(); i++) {
                deficient.set(i, last, a.row(i).slice(0, last).sum());
              }
              return deficient;
            });
  }

  /** The Hilbert matrices of order 1 to 12: condition numbers up to 1e16. */
  public static Arbitrary<Matrix> hilbert() {
    return Arbitraries.integers().between(1, 12).map(Matrices::hilbert);
  }

  private static Matrix hilbert(int n) {
    Matrix h = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        h.set(i, j, 1.0 / (i + j + 1));
      }
    }
    return h;
  }

  private static Arbitrary<Matrix> shape(int mostRows, int mostColumns, boolean tall) {
    Arbitrary<Integer> columns = Arbitraries.integers().between(1, mostColumns);
    return columns.flatMap(
        d ->
            Arbitraries.integers()
                .between(tall ? d : 1, mostRows)
                .flatMap(n -> Arbitraries.longs().map(seed -> random(n, d, seed))));
  }

  private static Matrix random(int n, int d, long seed) {
    var generator = Seed.of(seed).generator();
    double[] data = new double[n * d];
    for (int i = 0; i < data.length; i++) {
      data[i] = generator.nextDouble(-1, 1);
    }
    return Matrix.wrap(data, n, d);
  }
}
