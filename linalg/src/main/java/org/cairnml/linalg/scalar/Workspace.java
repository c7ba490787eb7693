package org.cairnml.linalg.scalar;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import org.cairnml.linalg.backend.FloatTwin;

/**
 * Arrays that are used again by later calls, so that products do not allocate. At most {@value
 * #KEPT} arrays are kept, and they are given up when memory is short.
 */
@FloatTwin
public final class Workspace {

  private static final int KEPT = 16;
  private static final int SMALLEST = 1 << 10;

  private static final ArrayDeque<SoftReference<double[]>> FREE = new ArrayDeque<>();

  private Workspace() {}

  /** An array of at least {@code size} with any content. */
  public static double[] take(int size) {
    synchronized (FREE) {
      for (var iterator = FREE.iterator(); iterator.hasNext(); ) {
        double[] array = iterator.next().get();
        if (array == null) {
          iterator.remove();
        } else if (array.length >= size && array.length / 4 <= Math.max(size, SMALLEST)) {
          iterator.remove();
          return array;
        }
      }
    }
    return new double[Math.max(size, SMALLEST)];
  }

  /** Gives an array back; the caller must not use it any more. */
  public static void release(double[] array) {
    synchronized (FREE) {
      if (FREE.size() >= KEPT) {
        FREE.removeLast();
      }
      FREE.addFirst(new SoftReference<>(array));
    }
  }
}
