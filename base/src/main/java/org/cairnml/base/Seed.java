package org.cairnml.base;

import java.util.SplittableRandom;

/**
 * Where randomness starts. Equal seeds give equal results, for any number of threads: parallel work
 * takes {@link #child(long) child(i)} for its i-th part, which depends on this seed and {@code i}
 * alone, never on the order in which parts run.
 *
 * @param value any 64 bits; close values give unrelated streams
 */
public record Seed(long value) {

  /** The seed with this value. */
  public static Seed of(long value) {
    return new Seed(value);
  }

  /** The seed of part {@code i} of the work. */
  public Seed child(long i) {
    return new Seed(mix(mix(value) + (i + 1) * 0x9E3779B97F4A7C15L));
  }

  /** A new generator at the start of this seed's stream. */
  public SplittableRandom generator() {
    return new SplittableRandom(mix(value));
  }

  /** The numbers 0 to {@code n - 1} in random order. */
  public int[] permutation(int n) {
    int[] p = new int[n];
    var random = generator();
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      p[i] = p[j];
      p[j] = i;
    }
    return p;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195). */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
