package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.FloatTwin;

/** For each row of x the nearest of a moderate number of rows of y, by squared differences. */
@FloatTwin
final class NearestRows {
  // The rows of y stand in the lanes: y is transposed, and padded with infinity so that no padding
  // is ever nearest. Four rows of x at a time, against 2 L rows of y; each lane keeps the nearest
  // that it has met, with its number as a double. The comparisons are written out for each of the
  // eight sums: in a method of their own their vectors are boxed on JDK 17 (2.5 times slower). So
  // the sums are written out here like in DifferenceKernel: by way of that and an array, 20 rows of
  // y took as long, but 100 took 13% (10 columns), 18% (30) or 70% (2) more.

  /** Numbers in y up to which its transpose stays in the caches close to the processor. */
  static final int FITS = 1 << 14;

  /** Dimensions up to which this is faster than the product of the matrices. */
  static final int DIMENSIONS = 96;

  private static final int ROWS = 4;
  private static final int PART_ROWS = 256;

  private final int n;
  private final int d;
  private final int width;
  private final double[] y;
  private final double[] x;
  private final int xo;
  private final int ldx;

  NearestRows(int n, int d, double[] x, int xo, int ldx, double[] from, int yo, int ldy) {
    this.n = n;
    this.d = d;
    this.x = x;
    this.xo = xo;
    this.ldx = ldx;
    this.width = (n + 2 * L - 1) / (2 * L) * 2 * L;
    this.y = new double[d * width];
    for (int p = 0; p < d; p++) {
      for (int j = 0; j < width; j++) {
        y[p * width + j] = j < n ? from[yo + j * ldy + p] : Double.POSITIVE_INFINITY;
      }
    }
  }

  void run(Workers workers, int m, int[] index, double[] distance) {
    workers.ranges(
        m,
        PART_ROWS,
        (from, to) -> {
          double[] best = new double[ROWS * L];
          double[] which = new double[ROWS * L];
          for (int i = from; i < to; i += ROWS) {
            int rows = Math.min(ROWS, to - i);
            int at = xo + i * ldx;
            fourRows(
                at,
                at + Math.min(1, rows - 1) * ldx,
                at + Math.min(2, rows - 1) * ldx,
                at + (rows - 1) * ldx,
                best,
                which);
            for (int r = 0; r < rows; r++) {
              int slot = rows == ROWS || r < rows - 1 ? r : ROWS - 1;
              pick(best, which, slot * L, index, distance, i + r);
            }
          }
        });
  }

  private void fourRows(int x0, int x1, int x2, int x3, double[] best, double[] which) {
    DoubleVector infinity = DoubleVector.broadcast(WIDE, Double.POSITIVE_INFINITY);
    DoubleVector none = DoubleVector.broadcast(WIDE, -1);
    DoubleVector b0 = infinity;
    DoubleVector b1 = infinity;
    DoubleVector b2 = infinity;
    DoubleVector b3 = infinity;
    DoubleVector w0 = none;
    DoubleVector w1 = none;
    DoubleVector w2 = none;
    DoubleVector w3 = none;
    DoubleVector lanes = DoubleVector.zero(WIDE).addIndex(1);
    for (int j = 0; j < width; j += 2 * L) {
      DoubleVector zero = DoubleVector.zero(WIDE);
      DoubleVector s0 = zero;
      DoubleVector s1 = zero;
      DoubleVector s2 = zero;
      DoubleVector s3 = zero;
      DoubleVector t0 = zero;
      DoubleVector t1 = zero;
      DoubleVector t2 = zero;
      DoubleVector t3 = zero;
      int at = j;
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
        at += width;
      }
      DoubleVector numbers = lanes.add(j);
      DoubleVector next = lanes.add(j + L);
      VectorMask<Double> closer = s0.compare(VectorOperators.LT, b0);
      b0 = b0.blend(s0, closer);
      w0 = w0.blend(numbers, closer);
      closer = t0.compare(VectorOperators.LT, b0);
      b0 = b0.blend(t0, closer);
      w0 = w0.blend(next, closer);
      closer = s1.compare(VectorOperators.LT, b1);
      b1 = b1.blend(s1, closer);
      w1 = w1.blend(numbers, closer);
      closer = t1.compare(VectorOperators.LT, b1);
      b1 = b1.blend(t1, closer);
      w1 = w1.blend(next, closer);
      closer = s2.compare(VectorOperators.LT, b2);
      b2 = b2.blend(s2, closer);
      w2 = w2.blend(numbers, closer);
      closer = t2.compare(VectorOperators.LT, b2);
      b2 = b2.blend(t2, closer);
      w2 = w2.blend(next, closer);
      closer = s3.compare(VectorOperators.LT, b3);
      b3 = b3.blend(s3, closer);
      w3 = w3.blend(numbers, closer);
      closer = t3.compare(VectorOperators.LT, b3);
      b3 = b3.blend(t3, closer);
      w3 = w3.blend(next, closer);
    }
    b0.intoArray(best, 0);
    b1.intoArray(best, L);
    b2.intoArray(best, 2 * L);
    b3.intoArray(best, 3 * L);
    w0.intoArray(which, 0);
    w1.intoArray(which, L);
    w2.intoArray(which, 2 * L);
    w3.intoArray(which, 3 * L);
  }

  private static void pick(
      double[] best, double[] which, int slot, int[] index, double[] distance, int i) {
    double least = best[slot];
    double winner = which[slot];
    for (int lane = 1; lane < L; lane++) {
      double value = best[slot + lane];
      double number = which[slot + lane];
      if (value < least || (value == least && number < winner)) {
        least = value;
        winner = number;
      }
    }
    index[i] = (int) winner;
    distance[i] = winner < 0 ? Double.NaN : least;
  }
}
