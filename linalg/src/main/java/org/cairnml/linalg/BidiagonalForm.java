package org.cairnml.linalg;

import java.util.Optional;
import org.cairnml.linalg.backend.Lapack;

/** A = Q B P' of a matrix (m x n, m at least n), with an upper bidiagonal B (n x n). */
interface BidiagonalForm {

  /**
   * The form of {@code a}, without gaps, whose largest element is about 1 and which may be
   * overwritten, by a native library where that pays.
   */
  static BidiagonalForm of(Matrix a) {
    Optional<Lapack> lapack =
        Backends.get().lapack(a.rows(), a.cols()).filter(l -> l.reducesFaster(a.cols()));
    return lapack.isPresent()
        ? new LapackBidiagonal(lapack.get(), a)
        : new Bidiagonal(a.rows(), a.cols(), a.data());
  }

  /** The diagonal of B (n). */
  double[] diagonal();

  /** Beside the diagonal of B (n), the last element zero. */
  double[] beside();

  /** Rows x' of length m become (Q x)'. */
  void turnLeft(double[] rows, int count);

  /** Rows x' of length n become (P x)'. */
  void turnRight(double[] rows, int count);
}
