package org.cairnml.linalg.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.cairnml.linalg.backend.FloatTwin;

/**
 * The vector width. The property {@code cairn.simd.bits} (128, 256 or 512) sets a narrower one than
 * the machine prefers, for tests. There is one width only: the compiler of JDK 17 boxes vectors
 * once it has seen two of them.
 */
@FloatTwin
final class Lanes {

  /** What the wide loops use. */
  static final VectorSpecies<Double> WIDE = wide();

  /** Numbers in a wide vector. */
  static final int L = WIDE.length();

  private static final int NARROWEST = 128;

  private static final double[] NUMBERS = numbers();

  private Lanes() {}

  private static VectorSpecies<Double> wide() {
    Integer bits = Integer.getInteger("cairn.simd.bits");
    return bits == null
        ? DoubleVector.SPECIES_PREFERRED
        : VectorSpecies.of(double.class, VectorShape.forBitSize(bits));
  }

  private static double[] numbers() {
    double[] numbers = new double[L];
    for (int i = 0; i < L; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  /**
   * The numbers of the lanes: 0, 1, 2, ... Compare them for a mask in the loop that needs it: a
   * method of ours that gives or takes a mask is not inlined while its class is not loaded here.
   */
  static DoubleVector laneNumbers() {
    return DoubleVector.fromArray(WIDE, NUMBERS, 0);
  }

  /** Why vectors would not be fast here, or null. */
  static String obstacle() {
    int preferred = DoubleVector.SPECIES_PREFERRED.vectorBitSize();
    boolean x86 = System.getProperty("os.arch", "").matches("amd64|x86_64|x86|i386");
    if (x86 && preferred <= NARROWEST) {
      return "this processor has no AVX2, without which fused multiply-add is emulated;"
          + " use the scalar backend";
    }
    return null;
  }

  /** The sum of all lanes of four vectors, in an order that is the same in all compilations. */
  static double sum(DoubleVector s0, DoubleVector s1, DoubleVector s2, DoubleVector s3) {
    return sum(s0.add(s1).add(s2.add(s3)));
  }

  /** The sum of all lanes, in an order that is the same in all compilations. */
  static double sum(DoubleVector v) {
    if (L == 8) {
      return ((v.lane(0) + v.lane(4)) + (v.lane(1) + v.lane(5)))
          + ((v.lane(2) + v.lane(6)) + (v.lane(3) + v.lane(7)));
    }
    if (L == 4) {
      return (v.lane(0) + v.lane(1)) + (v.lane(2) + v.lane(3));
    }
    if (L == 2) {
      return v.lane(0) + v.lane(1);
    }
    if (L == 16) {
      return (quarter(v.lane(0), v.lane(4), v.lane(8), v.lane(12))
              + quarter(v.lane(1), v.lane(5), v.lane(9), v.lane(13)))
          + (quarter(v.lane(2), v.lane(6), v.lane(10), v.lane(14))
              + quarter(v.lane(3), v.lane(7), v.lane(11), v.lane(15)));
    }
    double sum = 0;
    for (double lane : v.toArray()) {
      sum += lane;
    }
    return sum;
  }

  private static double quarter(double x0, double x1, double x2, double x3) {
    return (x0 + x1) + (x2 + x3);
  }
}
