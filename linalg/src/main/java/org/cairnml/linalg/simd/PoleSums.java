package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;
import static org.cairnml.linalg.simd.Level1.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.cairnml.linalg.backend.FloatTwin;

/** The sums of {@link SimdKernels#poleSums}, a point in each lane. */
@FloatTwin
final class PoleSums {
  // The sign of a ratio is that of the gap, so r + |r| and r - |r| are twice what counts for poles
  // above and below a point, and zero for the others.

  private PoleSums() {}

  static void run(
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
    for (int i = 0; i < count; i += L) {
      lanes(i, n, d, z, o, x, below, belowSlope, above, aboveSlope);
    }
  }

  private static void lanes(
      int i,
      int n,
      double[] d,
      double[] z,
      double[] o,
      double[] x,
      double[] below,
      double[] belowSlope,
      double[] above,
      double[] aboveSlope) {
    DoubleVector origin = load(o, i);
    DoubleVector point = load(x, i);
    DoubleVector low = DoubleVector.zero(WIDE);
    DoubleVector lowSlope = low;
    DoubleVector high = low;
    DoubleVector highSlope = low;
    for (int j = 0; j < n; j++) {
      DoubleVector pole = DoubleVector.broadcast(WIDE, d[j]);
      DoubleVector weight = DoubleVector.broadcast(WIDE, z[j]);
      DoubleVector ratio = weight.div(pole.sub(origin).mul(pole.add(origin)).sub(point));
      DoubleVector size = ratio.lanewise(VectorOperators.ABS);
      DoubleVector up = ratio.add(size);
      DoubleVector down = ratio.sub(size);
      high = up.fma(weight, high);
      highSlope = up.fma(up, highSlope);
      low = down.fma(weight, low);
      lowSlope = down.fma(down, lowSlope);
    }
    low.mul(0.5).intoArray(below, i);
    lowSlope.mul(0.25).intoArray(belowSlope, i);
    high.mul(0.5).intoArray(above, i);
    highSlope.mul(0.25).intoArray(aboveSlope, i);
  }
}
