package org.cairnml.linalg;

import org.cairnml.linalg.backend.Lapack;
import org.cairnml.linalg.backend.Side;

/** The reduction to bidiagonal form by a native library. */
final class LapackBidiagonal implements BidiagonalForm {

  /** Rounding errors of rounding errors, down to subnormal ones, are nothing beside 1. */
  private static final double TINY = 0x1p-200;

  private final Lapack lapack;
  private final int m;
  private final int n;
  private final double[] columns;
  private final double[] leftTau;
  private final double[] rightTau;
  private final double[] diagonal;
  private final double[] beside;

  LapackBidiagonal(Lapack lapack, Matrix a) {
    this.lapack = lapack;
    this.m = a.rows();
    this.n = a.cols();
    this.columns = a.transpose().data();
    this.leftTau = new double[n];
    this.rightTau = new double[n];
    this.diagonal = new double[n];
    this.beside = new double[n];
    lapack.bidiagonal(m, n, columns, diagonal, beside, leftTau, rightTau);
    dropTiny(diagonal);
    dropTiny(beside);
  }

  private static void dropTiny(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (Math.abs(values[i]) < TINY) {
        values[i] = 0;
      }
    }
  }

  @Override
  public double[] diagonal() {
    return diagonal;
  }

  @Override
  public double[] beside() {
    return beside;
  }

  @Override
  public void turnLeft(double[] rows, int count) {
    lapack.turn(Side.LEFT, m, n, columns, leftTau, rows, count);
  }

  @Override
  public void turnRight(double[] rows, int count) {
    lapack.turn(Side.RIGHT, m, n, columns, rightTau, rows, count);
  }
}
