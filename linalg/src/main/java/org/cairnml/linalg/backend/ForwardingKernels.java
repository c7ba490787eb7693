package org.cairnml.linalg.backend;

import org.cairnml.base.Workers;

/**
 * Does everything on other kernels. Those that are better at some operations, for example because
 * they run in native code, extend this and override them. What is made of other operations, such as
 * {@link Kernels#trsm}, is not forwarded, so that it gains too.
 */
@FloatTwin
public abstract class ForwardingKernels implements Kernels {

  private final Kernels next;

  /** Forwards to these kernels. */
  protected ForwardingKernels(Kernels next) {
    this.next = next;
  }

  /** The kernels that the work is forwarded to. */
  protected final Kernels next() {
    return next;
  }

  @Override
  public Workers workers() {
    return next.workers();
  }

  @Override
  public double dot(int n, double[] x, int xOffset, double[] y, int yOffset) {
    return next.dot(n, x, xOffset, y, yOffset);
  }

  @Override
  public void axpy(int n, double alpha, double[] x, int xOffset, double[] y, int yOffset) {
    next.axpy(n, alpha, x, xOffset, y, yOffset);
  }

  @Override
  public void scal(int n, double alpha, double[] x, int xOffset) {
    next.scal(n, alpha, x, xOffset);
  }

  @Override
  public double sum(int n, double[] x, int xOffset) {
    return next.sum(n, x, xOffset);
  }

  @Override
  public double asum(int n, double[] x, int xOffset) {
    return next.asum(n, x, xOffset);
  }

  @Override
  public double squaredDistance(int n, double[] x, int xOffset, double[] y, int yOffset) {
    return next.squaredDistance(n, x, xOffset, y, yOffset);
  }

  @Override
  public void exp(int n, double[] x, int xOffset, double[] y, int yOffset) {
    next.exp(n, x, xOffset, y, yOffset);
  }

  @Override
  public void log(int n, double[] x, int xOffset, double[] y, int yOffset) {
    next.log(n, x, xOffset, y, yOffset);
  }

  @Override
  public void poleSums(
      int n,
      double[] d,
      double[] z,
      int count,
      double[] o,
      double[] x,
      double[] below,
      double[] belowSlope,
      double[] above,
      double[] aboveSlope) {
    next.poleSums(n, d, z, count, o, x, below, belowSlope, above, aboveSlope);
  }

  @Override
  public void rotateRows(
      int first, int last, int n, double[] c, double[] s, double[] a, int aOffset, int ld) {
    next.rotateRows(first, last, n, c, s, a, aOffset, ld);
  }

  @Override
  public void reflectRows(
      int m, int n, double tau, double[] v, int vOffset, double[] a, int aOffset, int ld) {
    next.reflectRows(m, n, tau, v, vOffset, a, aOffset, ld);
  }

  @Override
  public void sigmoid(int n, double[] x, int xOffset, double[] y, int yOffset) {
    next.sigmoid(n, x, xOffset, y, yOffset);
  }

  @Override
  public void gemv(
      Transpose transpose,
      int m,
      int n,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double[] x,
      int xOffset,
      double beta,
      double[] y,
      int yOffset) {
    next.gemv(transpose, m, n, alpha, a, aOffset, lda, x, xOffset, beta, y, yOffset);
  }

  @Override
  public void gemm(
      Transpose transposeA,
      Transpose transposeB,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double[] b,
      int bOffset,
      int ldb,
      double beta,
      double[] c,
      int cOffset,
      int ldc) {
    next.gemm(
        transposeA,
        transposeB,
        m,
        n,
        k,
        alpha,
        a,
        aOffset,
        lda,
        b,
        bOffset,
        ldb,
        beta,
        c,
        cOffset,
        ldc);
  }

  @Override
  public void syrk(
      Transpose transpose,
      int n,
      int k,
      double alpha,
      double[] a,
      int aOffset,
      int lda,
      double beta,
      double[] c,
      int cOffset,
      int ldc) {
    next.syrk(transpose, n, k, alpha, a, aOffset, lda, beta, c, cOffset, ldc);
  }

  @Override
  public void distancesToColumns(
      int m,
      int n,
      int d,
      double[] x,
      int xOffset,
      int ldx,
      double[] y,
      int yOffset,
      int ldy,
      double[] out,
      int outOffset,
      int ldo) {
    next.distancesToColumns(m, n, d, x, xOffset, ldx, y, yOffset, ldy, out, outOffset, ldo);
  }

  @Override
  public void nearestRows(
      int m,
      int n,
      int d,
      double[] x,
      int xOffset,
      int ldx,
      double[] y,
      int yOffset,
      int ldy,
      int[] index,
      double[] distance) {
    next.nearestRows(m, n, d, x, xOffset, ldx, y, yOffset, ldy, index, distance);
  }

  @Override
  public void tanh(int n, double[] x, int xOffset, double[] y, int yOffset) {
    next.tanh(n, x, xOffset, y, yOffset);
  }

  @Override
  public void addSquaredDeviations(
      int m, int n, double[] a, int aOffset, int lda, double[] means, double[] squares) {
    next.addSquaredDeviations(m, n, a, aOffset, lda, means, squares);
  }
}
