package org.cairnml.openblas;

import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;
import static org.cairnml.openblas.NativeBuffers.view;

import org.bytedeco.javacpp.DoublePointer;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.ForwardingKernels;
import org.cairnml.linalg.backend.InnerSplit;
import org.cairnml.linalg.backend.Kernels;
import org.cairnml.linalg.backend.Region;
import org.cairnml.linalg.backend.Transpose;

/**
 * Large products on OpenBLAS, all else on the kernels that it holds. OpenBLAS runs one thread per
 * call; products are cut into tiles that Cairn's workers share, with cuts that depend on the shape
 * alone.
 */
@FloatTwin
class OpenBlasKernels extends ForwardingKernels {

  private static final int TILE_ROWS = 256;

  /** Of a product of so many rows twice as many are a tile: B is brought into order less often. */
  private static final int MANY_ROWS = 1536;

  private static final int TILE_COLUMNS = 1024;
  private static final long PARALLEL = 1L << 21;

  private final long pays;

  /**
   * @param small for what is too small to be worth the copies
   * @param pays multiplications from which on a native product is
   */
  OpenBlasKernels(Kernels small, long pays) {
    super(small);
    this.pays = pays;
  }

  /** Whether an (m x k) times (k x n) product is native. */
  final boolean takesProduct(int m, int n, int k) {
    return m > 1 && n > 1 && k > 1 && (long) m * n * k >= pays;
  }

  /** Whether an (n x k) product with itself is native. */
  final boolean takesGram(int n, int k) {
    return n > 1 && k > 1 && (long) n * n * k / 2 >= pays;
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
    if (alpha == 0 || !takesProduct(m, n, k)) {
      super.gemm(
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
      return;
    }
    productOnCopies(
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

  /** Apart from {@link #gemm}, so that compilers can inline that one for small products. */
  private void productOnCopies(
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
    int columnsA = transposeA == Transpose.NO ? k : m;
    int columnsB = transposeB == Transpose.NO ? n : k;
    DoublePointer pa = NativeBuffers.take((long) m * k);
    DoublePointer pb = NativeBuffers.take((long) k * n);
    DoublePointer pc = NativeBuffers.take((long) m * n);
    try {
      NativeBuffers.copyIn(workers(), Region.ALL, m * k / columnsA, columnsA, a, aOffset, lda, pa);
      NativeBuffers.copyIn(workers(), Region.ALL, k * n / columnsB, columnsB, b, bOffset, ldb, pb);
      if (beta != 0) {
        NativeBuffers.copyIn(workers(), Region.ALL, m, n, c, cOffset, ldc, pc);
      }
      int across = (n + TILE_COLUMNS - 1) / TILE_COLUMNS;
      int down = m < MANY_ROWS ? TILE_ROWS : 2 * TILE_ROWS;
      int tiles = (m + down - 1) / down * across;
      Workers workers = (long) m * n * k < PARALLEL ? Workers.of(1) : workers();
      workers.run(
          tiles,
          tile -> {
            int i = tile / across * down;
            int j = tile % across * TILE_COLUMNS;
            cblas_dgemm(
                CblasRowMajor,
                cblas(transposeA),
                cblas(transposeB),
                Math.min(down, m - i),
                Math.min(TILE_COLUMNS, n - j),
                k,
                alpha,
                view(pa, transposeA == Transpose.NO ? (long) i * k : i),
                columnsA,
                view(pb, transposeB == Transpose.NO ? j : (long) j * k),
                columnsB,
                beta,
                view(pc, (long) i * n + j),
                n);
          });
      NativeBuffers.copyOut(workers(), Region.ALL, m, n, pc, c, cOffset, ldc);
    } finally {
      NativeBuffers.release(pa);
      NativeBuffers.release(pb);
      NativeBuffers.release(pc);
    }
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
    if (alpha == 0 || !takesGram(n, k)) {
      super.syrk(transpose, n, k, alpha, a, aOffset, lda, beta, c, cOffset, ldc);
      return;
    }
    if (InnerSplit.serves(n, n, k)) {
      for (int i = 0; i < n; i++) {
        scal(i + 1, beta, c, cOffset + i * ldc);
      }
      InnerSplit.run(
          workers(),
          Region.LOWER,
          n,
          n,
          k,
          c,
          cOffset,
          ldc,
          (from, to, sums) -> {
            int start = aOffset + from * (transpose == Transpose.NO ? 1 : lda);
            syrkOnCopies(transpose, n, to - from, alpha, a, start, lda, 0, sums, 0, n);
          });
      return;
    }
    syrkOnCopies(transpose, n, k, alpha, a, aOffset, lda, beta, c, cOffset, ldc);
  }

  private void syrkOnCopies(
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
    int columnsA = transpose == Transpose.NO ? k : n;
    DoublePointer pa = NativeBuffers.take((long) n * k);
    DoublePointer pc = NativeBuffers.take((long) n * n);
    try {
      NativeBuffers.copyIn(workers(), Region.ALL, n * k / columnsA, columnsA, a, aOffset, lda, pa);
      NativeBuffers.copyIn(workers(), Region.LOWER, n, n, c, cOffset, ldc, pc);
      Workers workers = (long) n * n * k < PARALLEL ? Workers.of(1) : workers();
      workers.ranges(
          n,
          TILE_ROWS,
          (from, to) -> {
            int rows = to - from;
            DoublePointer own = view(pa, transpose == Transpose.NO ? (long) from * k : from);
            if (from > 0) {
              cblas_dgemm(
                  CblasRowMajor,
                  cblas(transpose),
                  cblas(transpose.flip()),
                  rows,
                  from,
                  k,
                  alpha,
                  own,
                  columnsA,
                  pa,
                  columnsA,
                  beta,
                  view(pc, (long) from * n),
                  n);
            }
            cblas_dsyrk(
                CblasRowMajor,
                CblasLower,
                cblas(transpose),
                rows,
                k,
                alpha,
                own,
                columnsA,
                beta,
                view(pc, (long) from * n + from),
                n);
          });
      NativeBuffers.copyOut(workers(), Region.LOWER, n, n, pc, c, cOffset, ldc);
    } finally {
      NativeBuffers.release(pa);
      NativeBuffers.release(pc);
    }
  }

  private static int cblas(Transpose transpose) {
    return transpose == Transpose.NO ? CblasNoTrans : CblasTrans;
  }
}
