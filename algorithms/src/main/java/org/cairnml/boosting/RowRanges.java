package org.cairnml.boosting;

/**
 * The active training rows, ordered such that every leaf of a growing tree is a range, and within
 * it rows ascend. With the derivatives of one range copied out in its order.
 */
final class RowRanges {
  // A range is cut into chunks of fixed length. Each chunk writes its left rows from its start on,
  // its right rows from its end down, to scratch; then all chunks copy theirs to where they belong.

  private static final int CHUNK = 1 << 13;
  private static final int STRETCH = 64;

  private final int[] rows;
  private final int[] scratch;
  private final long[] ordered;
  private int[] leftOfChunk = new int[1];

  RowRanges(int capacity) {
    rows = new int[capacity];
    scratch = new int[capacity];
    ordered = new long[capacity];
  }

  /** Starts with these rows, ascending. */
  void set(int[] active, int count) {
    System.arraycopy(active, 0, rows, 0, count);
  }

  /** The rows, in the order of the leaves. */
  int[] rows() {
    return rows;
  }

  /** The derivatives that {@link #order} has copied. */
  long[] ordered() {
    return ordered;
  }

  /** Copies the derivatives of a range to the start of {@link #ordered}. */
  void order(Crew crew, int member, int from, int to, long[] packed) {
    crew.ranges(
        member,
        to - from,
        CHUNK,
        (a, b) -> {
          for (int i = a; i < b; i++) {
            ordered[i] = packed[rows[from + i]];
          }
        });
  }

  /**
   * Puts the rows of a range that go left before the others.
   *
   * @param codes of all rows; the column's code is in bits {@code shift} to {@code shift + 7}
   * @param left 1 for a code that goes left, 0 for others
   * @return where the right rows begin
   */
  int split(Crew crew, int member, int from, int to, int[] codes, int shift, byte[] left) {
    int n = to - from;
    if (n <= CHUNK) {
      return splitAlone(from, to, codes, shift, left);
    }
    int chunks = (n + CHUNK - 1) / CHUNK;
    if (leftOfChunk.length < chunks + 1) {
      leftOfChunk = new int[chunks + 1];
    }
    crew.run(
        member,
        chunks,
        (chunk, by) -> {
          int start = from + chunk * CHUNK;
          leftOfChunk[chunk + 1] =
              splitChunk(start, Math.min(to, start + CHUNK), codes, shift, left);
        });
    leftOfChunk[0] = 0;
    for (int chunk = 0; chunk < chunks; chunk++) {
      leftOfChunk[chunk + 1] += leftOfChunk[chunk];
    }
    int middle = from + leftOfChunk[chunks];
    crew.run(
        member,
        chunks,
        (chunk, by) -> {
          int start = from + chunk * CHUNK;
          int end = Math.min(to, start + CHUNK);
          int before = leftOfChunk[chunk];
          int lefts = leftOfChunk[chunk + 1] - before;
          System.arraycopy(scratch, start, rows, from + before, lefts);
          int at = middle + chunk * CHUNK - before;
          for (int i = end - 1; i >= start + lefts; i--) {
            rows[at++] = scratch[i];
          }
        });
    return middle;
  }

  /** Whether at least so many rows of a range go left, and as many right. */
  boolean leavesEnough(int from, int to, int[] codes, int shift, byte[] left, int least) {
    int lefts = 0;
    for (int start = from; start < to; start += STRETCH) {
      int end = Math.min(to, start + STRETCH);
      for (int i = start; i < end; i++) {
        lefts += left[codes[rows[i]] >>> shift & 255];
      }
      if (lefts >= least && end - from - lefts >= least) {
        return true;
      }
    }
    return false;
  }

  private int splitChunk(int start, int end, int[] codes, int shift, byte[] left) {
    int low = start;
    int high = end - 1;
    for (int i = start; i < end; i++) {
      int row = rows[i];
      int goes = left[codes[row] >>> shift & 255];
      scratch[low] = row;
      scratch[high] = row;
      low += goes;
      high -= 1 - goes;
    }
    return low - start;
  }

  private int splitAlone(int from, int to, int[] codes, int shift, byte[] left) {
    int low = from;
    int rights = 0;
    for (int i = from; i < to; i++) {
      int row = rows[i];
      int goes = left[codes[row] >>> shift & 255];
      rows[low] = row;
      scratch[rights] = row;
      low += goes;
      rights += 1 - goes;
    }
    System.arraycopy(scratch, 0, rows, low, rights);
    return low;
  }
}
