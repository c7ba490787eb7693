package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;
import static org.cairnml.linalg.simd.MicroKernel.COLUMNS;
import static org.cairnml.linalg.simd.MicroKernel.ROWS;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.cairnml.linalg.backend.FloatTwin;

/** Copies blocks of a matrix into panels in the order in which the micro-kernel reads them. */
@FloatTwin
final class Packing {
  // A panel has a fixed width w: first the w numbers of step 0, then those of step 1, and so on.
  // Missing ones at the edge are zeros, so that the micro-kernel needs no case for the edge.

  private Packing() {}

  /** A panel from rows of which the w numbers of a step are neighbours. */
  static void neighbours(
      int count, int width, int k, double[] from, int offset, int ld, double[] to, int at) {
    if (count == width && width == COLUMNS) {
      vectors(k, L, from, offset, ld, to, at);
      return;
    }
    if (count == width) {
      for (int p = 0; p < k; p++) {
        int source = offset + p * ld;
        int target = at + p * width;
        for (int j = 0; j < width; j++) {
          to[target + j] = from[source + j];
        }
      }
      return;
    }
    Arrays.fill(to, at, at + k * width, 0);
    for (int p = 0; p < k; p++) {
      System.arraycopy(from, offset + p * ld, to, at + p * width, count);
    }
  }

  /** A panel of two vectors a step, of which the second begins {@code gap} after the first. */
  static void vectors(int k, int gap, double[] from, int offset, int ld, double[] to, int at) {
    int source = offset;
    int target = at;
    for (int p = 0; p < k; p++) {
      DoubleVector left = DoubleVector.fromArray(WIDE, from, source);
      DoubleVector right = DoubleVector.fromArray(WIDE, from, source + gap);
      left.intoArray(to, target);
      right.intoArray(to, target + gap);
      source += ld;
      target += COLUMNS;
    }
  }

  /** A panel from rows that hold one number of each step: a transposition. */
  static void across(
      int count, int width, int k, double[] from, int offset, int ld, double[] to, int at) {
    if (count < width) {
      Arrays.fill(to, at, at + k * width, 0);
    }
    if (count == ROWS && width == ROWS) {
      fullRows(k, from, offset, ld, to, at);
      return;
    }
    int j = 0;
    for (; j <= count - 4; j += 4) {
      int s0 = offset + j * ld;
      int s1 = s0 + ld;
      int s2 = s1 + ld;
      int s3 = s2 + ld;
      int target = at + j;
      for (int p = 0; p < k; p++) {
        to[target] = from[s0 + p];
        to[target + 1] = from[s1 + p];
        to[target + 2] = from[s2 + p];
        to[target + 3] = from[s3 + p];
        target += width;
      }
    }
    for (; j < count; j++) {
      int source = offset + j * ld;
      int target = at + j;
      for (int p = 0; p < k; p++) {
        to[target] = from[source + p];
        target += width;
      }
    }
  }

  private static void fullRows(int k, double[] from, int offset, int ld, double[] to, int at) {
    int s1 = offset + ld;
    int s2 = s1 + ld;
    int s3 = s2 + ld;
    int s4 = s3 + ld;
    int target = at;
    for (int p = 0; p < k; p++) {
      to[target] = from[offset + p];
      to[target + 1] = from[s1 + p];
      to[target + 2] = from[s2 + p];
      to[target + 3] = from[s3 + p];
      to[target + 4] = from[s4 + p];
      target += ROWS;
    }
  }
}
