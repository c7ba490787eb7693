package org.cairnml.boosting;

import java.util.SplittableRandom;
import org.cairnml.base.Seed;

/** Draws rows and columns without replacement. */
final class Sampling {

  private Sampling() {}

  /**
   * Draws a share of the candidates in their order, at least one.
   *
   * @param candidates of which the first {@code count} count
   * @param out receives the drawn ones
   * @return how many were drawn
   */
  static int draw(int[] candidates, int count, double share, Seed seed, int[] out) {
    int wanted = Math.max(1, (int) Math.round(share * count));
    SplittableRandom random = seed.generator();
    int drawn = 0;
    for (int i = 0; i < count && drawn < wanted; i++) {
      if (random.nextInt(count - i) < wanted - drawn) {
        out[drawn++] = candidates[i];
      }
    }
    return drawn;
  }

  /**
   * Draws a share of {@code n} things, at least one; null if all are drawn.
   *
   * @param among those that may be drawn, or null for all; the share is one of these
   */
  static boolean[] draw(boolean[] among, int n, double share, Seed seed) {
    if (share >= 1) {
      return among;
    }
    boolean[] drawn = new boolean[n];
    int left = Math.max(1, (int) Math.round(share * size(among, n)));
    for (int thing : seed.permutation(n)) {
      if (left > 0 && (among == null || among[thing])) {
        drawn[thing] = true;
        left--;
      }
    }
    return drawn;
  }

  private static int size(boolean[] among, int n) {
    if (among == null) {
      return n;
    }
    int size = 0;
    for (boolean is : among) {
      size += is ? 1 : 0;
    }
    return size;
  }
}
