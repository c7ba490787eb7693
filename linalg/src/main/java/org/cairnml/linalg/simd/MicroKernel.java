package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;

import jdk.incubator.vector.DoubleVector;
import org.cairnml.linalg.backend.FloatTwin;

/** The innermost loop of the packed product: a tile of C held in registers. */
@FloatTwin
final class MicroKernel {
  // Ten accumulators, two vectors of B and one broadcast of A are all that stay in the 16 registers
  // of AVX2 with every compiler tried; the usual twelve accumulators spill on JDK 25. The running
  // indices q and r (instead of products with p) keep JDK 17 from recomputing addresses.

  /** Rows of a tile. */
  static final int ROWS = 5;

  /** Columns of a tile. */
  static final int COLUMNS = 2 * L;

  /** A row of zeros: with it in place of C, and no step from row to row, C is overwritten. */
  static final double[] ZEROS = new double[COLUMNS];

  private MicroKernel() {}

  /**
   * C = alpha A B + D on a full tile (ROWS x COLUMNS). The ROWS numbers of a step of A stand side
   * by side and those of the next step {@code stepA} further on, likewise the COLUMNS of B; packed
   * panels have steps of ROWS and COLUMNS.
   */
  static void run(
      int k,
      double alpha,
      double[] a,
      int ao,
      int stepA,
      double[] b,
      int bo,
      int stepB,
      double[] d,
      int dAt,
      int ldd,
      double[] c,
      int co,
      int ldc) {
    DoubleVector zero = DoubleVector.zero(WIDE);
    DoubleVector c00 = zero;
    DoubleVector c01 = zero;
    DoubleVector c10 = zero;
    DoubleVector c11 = zero;
    DoubleVector c20 = zero;
    DoubleVector c21 = zero;
    DoubleVector c30 = zero;
    DoubleVector c31 = zero;
    DoubleVector c40 = zero;
    DoubleVector c41 = zero;
    int q = ao;
    int r = bo;
    for (int p = 0; p < k; p++) {
      DoubleVector b0 = DoubleVector.fromArray(WIDE, b, r);
      DoubleVector b1 = DoubleVector.fromArray(WIDE, b, r + L);
      DoubleVector a0 = DoubleVector.broadcast(WIDE, a[q]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      DoubleVector a1 = DoubleVector.broadcast(WIDE, a[q + 1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      DoubleVector a2 = DoubleVector.broadcast(WIDE, a[q + 2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      DoubleVector a3 = DoubleVector.broadcast(WIDE, a[q + 3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      DoubleVector a4 = DoubleVector.broadcast(WIDE, a[q + 4]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      q += stepA;
      r += stepB;
    }
    DoubleVector scale = DoubleVector.broadcast(WIDE, alpha);
    store(scale, c00, c01, d, dAt, c, co);
    store(scale, c10, c11, d, dAt + ldd, c, co + ldc);
    store(scale, c20, c21, d, dAt + 2 * ldd, c, co + 2 * ldc);
    store(scale, c30, c31, d, dAt + 3 * ldd, c, co + 3 * ldc);
    store(scale, c40, c41, d, dAt + 4 * ldd, c, co + 4 * ldc);
  }

  static void store(
      DoubleVector scale, DoubleVector x, DoubleVector y, double[] d, int dAt, double[] c, int co) {
    scale.fma(x, DoubleVector.fromArray(WIDE, d, dAt)).intoArray(c, co);
    scale.fma(y, DoubleVector.fromArray(WIDE, d, dAt + L)).intoArray(c, co + L);
  }

  /** The first numbers of a row of a tile that reaches over an edge of C or over its diagonal. */
  static void storeRow(Onto before, int count, double[] edge, int from, double[] c, int at) {
    for (int q = 0; q < count; q++) {
      c[at + q] = before == Onto.RESULT ? c[at + q] + edge[from + q] : edge[from + q];
    }
  }
}
