package org.cairnml.linalg.backend;

/** The rotations of {@link Kernels#rotateRows}, four columns at a time. */
@FloatTwin
final class RowRotations {
  // A column goes from row to row with one number in hand, so that each element is read and
  // written once. Columns do not touch; four side by side are what the processor overlaps.

  private RowRotations() {}

  static void run(
      int first, int last, int n, double[] c, double[] s, double[] a, int aOffset, int ld) {
    int j = 0;
    for (; j + 3 < n; j += 4) {
      four(first, last, c, s, a, aOffset + j, ld);
    }
    for (; j < n; j++) {
      one(first, last, c, s, a, aOffset + j, ld);
    }
  }

  private static void four(
      int first, int last, double[] c, double[] s, double[] a, int aOffset, int ld) {
    int at = aOffset + first * ld;
    double x0 = a[at];
    double x1 = a[at + 1];
    double x2 = a[at + 2];
    double x3 = a[at + 3];
    for (int i = first; i < last; i++) {
      double cos = c[i];
      double sin = s[i];
      double y0 = a[at + ld];
      double y1 = a[at + ld + 1];
      double y2 = a[at + ld + 2];
      double y3 = a[at + ld + 3];
      a[at] = cos * x0 + sin * y0;
      a[at + 1] = cos * x1 + sin * y1;
      a[at + 2] = cos * x2 + sin * y2;
      a[at + 3] = cos * x3 + sin * y3;
      x0 = cos * y0 - sin * x0;
      x1 = cos * y1 - sin * x1;
      x2 = cos * y2 - sin * x2;
      x3 = cos * y3 - sin * x3;
      at += ld;
    }
    a[at] = x0;
    a[at + 1] = x1;
    a[at + 2] = x2;
    a[at + 3] = x3;
  }

  private static void one(
      int first, int last, double[] c, double[] s, double[] a, int aOffset, int ld) {
    int at = aOffset + first * ld;
    double x = a[at];
    for (int i = first; i < last; i++) {
      double y = a[at + ld];
      a[at] = c[i] * x + s[i] * y;
      x = c[i] * y - s[i] * x;
      at += ld;
    }
    a[at] = x;
  }
}
