package org.cairnml.nd4j;

import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.ForwardingKernels;
import org.cairnml.linalg.backend.Kernels;
import org.cairnml.linalg.backend.Transpose;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Large products on ND4J, all else on the kernels that it holds. */
@FloatTwin
class Nd4jKernels extends ForwardingKernels {
  // A row-major block is to ND4J the transpose in order 'f', the one that its products take without
  // a copy. So C = op(A) op(B) is computed as C' = op(B)' op(A)', by blocks of rows of A and C.
  // Every array is made for the call and closed after it. ND4J's own syrk is not used: it passes 1
  // for the length of the inner products.

  private static final int BLOCK_ROWS = 256;

  private final DataType type;
  private final long pays;

  /**
   * @param small for what is too small to be worth a call, and for all that is no product
   * @param type how ND4J calls the numbers of these kernels
   * @param pays multiplications from which on a call is
   */
  Nd4jKernels(Kernels small, DataType type, long pays) {
    super(small);
    this.type = type;
    this.pays = pays;
  }

  /** Whether an (m x k) times (k x n) product is ND4J's. */
  final boolean takesProduct(int m, int n, int k) {
    return m > 1 && n > 1 && k > 1 && (long) m * n * k >= pays;
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
    boolean plainA = transposeA == Transpose.NO;
    boolean plainB = transposeB == Transpose.NO;
    try (INDArray right = copy(plainB ? k : n, plainB ? n : k, b, bOffset, ldb)) {
      workers()
          .ranges(
              m,
              BLOCK_ROWS,
              (from, to) -> {
                int rows = to - from;
                int start = aOffset + (plainA ? from * lda : from);
                int target = cOffset + from * ldc;
                try (INDArray left = copy(plainA ? rows : k, plainA ? k : rows, a, start, lda);
                    INDArray product = array(rows, n)) {
                  if (beta != 0) {
                    Blocks.copyIn(rows, n, c, target, ldc, product);
                  }
                  Nd4j.gemm(right, left, product, !plainB, !plainA, alpha, beta);
                  Blocks.copyOut(product, n, rows, n, c, target, ldc);
                }
              });
    }
  }

  /** By blocks of rows, each with what stands left of its end: the triangle and a little more. */
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
    if (alpha == 0 || !takesProduct(n, n, k)) {
      super.syrk(transpose, n, k, alpha, a, aOffset, lda, beta, c, cOffset, ldc);
      return;
    }
    int step = transpose == Transpose.NO ? lda : 1;
    workers()
        .ranges(
            n,
            BLOCK_ROWS,
            (from, to) -> {
              double[] block = new double[(to - from) * to];
              int start = aOffset + from * step;
              Transpose flipped = transpose.flip();
              gemm(
                  transpose, flipped, to - from, to, k, alpha, a, start, lda, a, aOffset, lda, 0,
                  block, 0, to);
              for (int i = from; i < to; i++) {
                scal(i + 1, beta, c, cOffset + i * ldc);
                axpy(i + 1, 1, block, (i - from) * to, c, cOffset + i * ldc);
              }
            });
  }

  private INDArray copy(int rows, int columns, double[] from, int offset, int ld) {
    INDArray array = array(rows, columns);
    Blocks.copyIn(rows, columns, from, offset, ld, array);
    return array;
  }

  private INDArray array(int rows, int columns) {
    return Nd4j.createUninitializedDetached(type, 'f', columns, rows);
  }
}
