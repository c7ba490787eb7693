package org.cairnml.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cairnml.base.ConvergenceException;

/**
 * Eigenvalues and eigenvectors of a general square matrix (n x n): A v = w v, where w and v may be
 * complex. Values rise by their real part, then by their imaginary part; complex ones come in
 * conjugate pairs, which are exact. Each vector has length 1, and its element of largest magnitude,
 * the first of several, is real and positive.
 *
 * <p>A matrix that is not symmetric may lack n independent vectors; then some of those given are
 * nearly the same. For a symmetric matrix use {@link SymmetricEigen}, which is faster and whose
 * vectors are orthogonal.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th ed., sections 7.4 to 7.6; balancing: B.
 * Parlett and C. Reinsch (1969), doi:10.1007/BF02165404, with the lengths of R. James, J. Langou
 * and B. Lowery (2014), arXiv:1401.5766.
 */
public final class Eigen {
  // A is put in order, balanced by powers of two, scaled until its largest element is about 1 and
  // brought to Schur form, whose vectors are found by substitution from below and turned back.
  // Balancing is done with elements as large as its sums allow, so that none is lost by being
  // small.

  private static final int LARGE = 900;

  private final double[] real;
  private final double[] imaginary;
  private final Matrix vectorsReal;
  private final Matrix vectorsImaginary;

  private Eigen(double[] real, double[] imaginary, Matrix vectorsReal, Matrix vectorsImaginary) {
    this.real = real;
    this.imaginary = imaginary;
    this.vectorsReal = vectorsReal;
    this.vectorsImaginary = vectorsImaginary;
  }

  /**
   * Decomposes {@code a} (n x n), which is not modified.
   *
   * @throws IllegalArgumentException if {@code a} is not square, or holds NaN or infinity
   * @throws ConvergenceException if the iteration does not end
   */
  public static Eigen of(Matrix a) {
    int n = a.rows();
    if (n != a.cols()) {
      throw new IllegalArgumentException(
          "an eigendecomposition needs a square matrix, but this is " + a.shape());
    }
    double[] scaled = a.requireFinite().copy().data();
    int exponent = Scale.toExponent(LARGE, scaled);
    Balance balance = new Balance(n, scaled);
    exponent += Scale.toOne(scaled);
    RealSchur schur = new RealSchur(n, scaled);
    if (!schur.solve()) {
      throw new ConvergenceException(
          "the eigenvalues of a matrix of %d x %d did not converge".formatted(n, n));
    }
    return new SchurVectors(n, schur.t(), schur.zRows(), balance).eigen(exponent);
  }

  /** Puts values and vectors (as rows) in order. */
  static Eigen sorted(double[] real, double[] imaginary, Matrix rowsReal, Matrix rowsImaginary) {
    int[] order =
        IntStream.range(0, real.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> real[i])
                    .thenComparingDouble(i -> imaginary[i]))
            .mapToInt(i -> i)
            .toArray();
    return new Eigen(
        Arrays.stream(order).mapToDouble(i -> real[i]).toArray(),
        Arrays.stream(order).mapToDouble(i -> imaginary[i]).toArray(),
        rowsReal.rows(order).transpose(),
        rowsImaginary.rows(order).transpose());
  }

  /** The real parts of the eigenvalues (n), rising; beyond the largest double they are infinite. */
  public double[] realParts() {
    return real.clone();
  }

  /** The imaginary parts of the eigenvalues (n), 0 for real ones. */
  public double[] imaginaryParts() {
    return imaginary.clone();
  }

  /** Whether all eigenvalues are real. */
  public boolean isReal() {
    return Arrays.stream(imaginary).allMatch(v -> v == 0);
  }

  /** The real parts of the eigenvectors (n x n): column j belongs to value j. */
  public Matrix vectorsReal() {
    return vectorsReal.copy();
  }

  /** The imaginary parts of the eigenvectors (n x n). */
  public Matrix vectorsImaginary() {
    return vectorsImaginary.copy();
  }

  /** The largest magnitude of an eigenvalue, 0 if there is none. */
  public double spectralRadius() {
    return IntStream.range(0, real.length)
        .mapToDouble(i -> Math.hypot(real[i], imaginary[i]))
        .max()
        .orElse(0);
  }
}
