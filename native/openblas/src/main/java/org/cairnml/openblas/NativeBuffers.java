package org.cairnml.openblas;

import java.util.ArrayDeque;
import org.bytedeco.javacpp.DoublePointer;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.backend.Region;

/**
 * Memory outside the heap that calls use again. What is kept is bounded by {@value #KEPT_BUFFERS}
 * buffers and {@value #KEPT_NUMBERS} numbers; anything beyond is freed at once.
 */
@FloatTwin
final class NativeBuffers {

  private static final int KEPT_BUFFERS = 12;
  private static final long KEPT_NUMBERS = 1L << 24;
  private static final long SMALLEST = 1L << 12;
  private static final int COPIED_AT_ONCE = 1 << 16;

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

  /** Copies a part of a row-major (rows x columns) block from the heap, there without gaps. */
  static void copyIn(
      Workers workers,
      Region region,
      int rows,
      int columns,
      double[] from,
      int offset,
      int ld,
      DoublePointer to) {
    copy(workers, region, rows, columns, from, offset, ld, to, DoublePointer::put);
  }

  /** Copies a part of a row-major (rows x columns) block without gaps to the heap. */
  static void copyOut(
      Workers workers,
      Region region,
      int rows,
      int columns,
      DoublePointer from,
      double[] to,
      int offset,
      int ld) {
    copy(workers, region, rows, columns, to, offset, ld, from, DoublePointer::get);
  }

  /** Into the buffer or out of it. */
  @FunctionalInterface
  private interface Transfer {
    void run(DoublePointer buffer, double[] heap, int at, int count);
  }

  private static void copy(
      Workers workers,
      Region region,
      int rows,
      int columns,
      double[] heap,
      int offset,
      int ld,
      DoublePointer buffer,
      Transfer transfer) {
    workers.ranges(
        rows,
        rowsOfPart(columns),
        (first, end) -> {
          DoublePointer part = view(buffer, (long) first * columns);
          if (region == Region.ALL && ld == columns) {
            transfer.run(part, heap, offset + first * ld, (end - first) * columns);
            return;
          }
          for (int i = first; i < end; i++) {
            part.position((long) (i - first) * columns);
            transfer.run(part, heap, offset + i * ld, length(region, i, columns));
          }
        });
  }

  private static int length(Region region, int row, int columns) {
    return region == Region.ALL ? columns : row + 1;
  }

  private static int rowsOfPart(int columns) {
    return Math.max(1, COPIED_AT_ONCE / Math.max(1, columns));
  }

  /** The buffer from an offset on. It shares the buffer's owner, so it must not be closed. */
  static DoublePointer view(DoublePointer buffer, long offset) {
    return buffer.getPointer(offset);
  }
}
