package org.cairnml.testkit.backend;

import java.util.SplittableRandom;
import org.cairnml.linalg.backend.FloatTwin;

/** Sizes and numbers to compute with. */
@FloatTwin
final class Operands {

  /** Around all lane counts L (2 to 8) at 1, 2 and 4 vectors, others, and one of several parts. */
  static final int[] LENGTHS = {
    0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 257, 1021, 5003
  };

  private Operands() {}

  /** Numbers of mixed size. */
  static double[] random(SplittableRandom random, int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = Math.scalb(random.nextDouble() - 0.5, random.nextInt(-3, 4));
    }
    return values;
  }
}
