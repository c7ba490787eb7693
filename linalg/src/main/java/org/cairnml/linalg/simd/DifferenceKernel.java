package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;

import jdk.incubator.vector.DoubleVector;
import org.cairnml.linalg.backend.FloatTwin;

/** The innermost loop of distances: a tile of sums of squared differences held in registers. */
@FloatTwin
final class DifferenceKernel {
  // Eight sums, two vectors of y and a broadcast of x stay in the 16 registers of AVX2.

  /** Rows of a tile. */
  static final int ROWS = 4;

  /** Columns of a tile. */
  static final int COLUMNS = 2 * L;

  private DifferenceKernel() {}

  /**
   * The squared distances of four points, d numbers of x from x0, x1, x2 and x3 on, to the COLUMNS
   * columns of y from yo on, written from o0, o1, o2 and o3 on. Points may be the same where their
   * outputs are.
   */
  static void run(
      int d,
      double[] x,
      int x0,
      int x1,
      int x2,
      int x3,
      double[] y,
      int yo,
      int ldy,
      double[] out,
      int o0,
      int o1,
      int o2,
      int o3) {
    DoubleVector zero = DoubleVector.zero(WIDE);
    DoubleVector s0 = zero;
    DoubleVector s1 = zero;
    DoubleVector s2 = zero;
    DoubleVector s3 = zero;
    DoubleVector t0 = zero;
    DoubleVector t1 = zero;
    DoubleVector t2 = zero;
    DoubleVector t3 = zero;
    int at = yo;
    for (int p = 0; p < d; p++) {
      DoubleVector left = DoubleVector.fromArray(WIDE, y, at);
      DoubleVector right = DoubleVector.fromArray(WIDE, y, at + L);
      DoubleVector v0 = DoubleVector.broadcast(WIDE, x[x0 + p]);
      DoubleVector l0 = left.sub(v0);
      DoubleVector r0 = right.sub(v0);
      s0 = l0.fma(l0, s0);
      t0 = r0.fma(r0, t0);
      DoubleVector v1 = DoubleVector.broadcast(WIDE, x[x1 + p]);
      DoubleVector l1 = left.sub(v1);
      DoubleVector r1 = right.sub(v1);
      s1 = l1.fma(l1, s1);
      t1 = r1.fma(r1, t1);
      DoubleVector v2 = DoubleVector.broadcast(WIDE, x[x2 + p]);
      DoubleVector l2 = left.sub(v2);
      DoubleVector r2 = right.sub(v2);
      s2 = l2.fma(l2, s2);
      t2 = r2.fma(r2, t2);
      DoubleVector v3 = DoubleVector.broadcast(WIDE, x[x3 + p]);
      DoubleVector l3 = left.sub(v3);
      DoubleVector r3 = right.sub(v3);
      s3 = l3.fma(l3, s3);
      t3 = r3.fma(r3, t3);
      at += ldy;
    }
    s0.intoArray(out, o0);
    t0.intoArray(out, o0 + L);
    s1.intoArray(out, o1);
    t1.intoArray(out, o1 + L);
    s2.intoArray(out, o2);
    t2.intoArray(out, o2 + L);
    s3.intoArray(out, o3);
    t3.intoArray(out, o3 + L);
  }
}
