package org.cairnml.openblas;

import java.util.ArrayDeque;
import org.bytedeco.javacpp.DoublePointer;
import org.cairnml.linalg.backend.FloatTwin;

/**
 * Memory outside the heap that calls use again. What is kept is bounded by {@value #KEPT_BUFFERS}
 * buffers and {@value #KEPT_NUMBERS} numbers; anything beyond is freed at once.
 */
@FloatTwin
final class NativeBuffers {

  private static final int KEPT_BUFFERS = 12;
  private static final long KEPT_NUMBERS = 1L << 24;
  private static final long SMALLEST = 1L << 12;

  private static final ArrayDeque<DoublePointer> FREE = new ArrayDeque<>();
  private static long kept;

  private NativeBuffers() {}

  /** A buffer of at least {@code size} numbers with any content. */
  static DoublePointer take(long size) {
    synchronized (FREE) {
      for (var iterator = FREE.iterator(); iterator.hasNext(); ) {
        DoublePointer buffer = iterator.next();
        if (buffer.capacity() >= size && buffer.capacity() / 8 <= Math.max(size, SMALLEST)) {
          iterator.remove();
          kept -= buffer.capacity();
          return buffer;
        }
      }
    }
    return new DoublePointer(Math.max(size, SMALLEST));
  }

  /** Gives a buffer back. */
  static void release(DoublePointer buffer) {
    buffer.position(0);
    synchronized (FREE) {
      if (FREE.size() < KEPT_BUFFERS && kept + buffer.capacity() <= KEPT_NUMBERS) {
        FREE.addFirst(buffer);
        kept += buffer.capacity();
        return;
      }
    }
    buffer.deallocate();
  }

  /** Copies a row-major (rows x columns) block from the heap, without gaps. */
  static void copyIn(int rows, int columns, double[] from, int offset, int ld, DoublePointer to) {
    if (ld == columns) {
      to.position(0).put(from, offset, rows * columns);
    } else {
      for (int i = 0; i < rows; i++) {
        to.position((long) i * columns).put(from, offset + i * ld, columns);
      }
    }
    to.position(0);
  }

  /** Copies a row-major (rows x columns) block without gaps to the heap. */
  static void copyOut(int rows, int columns, DoublePointer from, double[] to, int offset, int ld) {
    if (ld == columns) {
      from.position(0).get(to, offset, rows * columns);
    } else {
      for (int i = 0; i < rows; i++) {
        from.position((long) i * columns).get(to, offset + i * ld, columns);
      }
    }
    from.position(0);
  }
}
