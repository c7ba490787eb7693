package org.cairnml.linalg.backend;

/** The reflection of {@link Kernels#reflectRows}, four columns at a time. */
@FloatTwin
final class RowReflection {

  private RowReflection() {}

  static void run(
      int m, int n, double tau, double[] v, int vOffset, double[] a, int aOffset, int ld) {
    int j = 0;
    for (; j + 3 < n; j += 4) {
      four(m, tau, v, vOffset, a, aOffset + j, ld);
    }
    for (; j < n; j++) {
      one(m, tau, v, vOffset, a, aOffset + j, ld);
    }
  }

  private static void four(
      int m, double tau, double[] v, int vOffset, double[] a, int aOffset, int ld) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int at = aOffset;
    for (int i = vOffset; i < vOffset + m; i++) {
      s0 += v[i] * a[at];
      s1 += v[i] * a[at + 1];
      s2 += v[i] * a[at + 2];
      s3 += v[i] * a[at + 3];
      at += ld;
    }
    s0 *= tau;
    s1 *= tau;
    s2 *= tau;
    s3 *= tau;
    at = aOffset;
    for (int i = vOffset; i < vOffset + m; i++) {
      a[at] -= s0 * v[i];
      a[at + 1] -= s1 * v[i];
      a[at + 2] -= s2 * v[i];
      a[at + 3] -= s3 * v[i];
      at += ld;
    }
  }

  private static void one(
      int m, double tau, double[] v, int vOffset, double[] a, int aOffset, int ld) {
    double sum = 0;
    for (int i = 0; i < m; i++) {
      sum += v[vOffset + i] * a[aOffset + i * ld];
    }
    sum *= tau;
    for (int i = 0; i < m; i++) {
      a[aOffset + i * ld] -= sum * v[vOffset + i];
    }
  }
}
