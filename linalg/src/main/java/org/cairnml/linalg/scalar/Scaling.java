package org.cairnml.linalg.scalar;

import java.util.Arrays;
import org.cairnml.linalg.backend.FloatTwin;

/** C = beta C, where {@code beta == 0} overwrites. */
@FloatTwin
final class Scaling {

  private Scaling() {}

  /** C = beta C on an (m x n) block; {@code beta == 0} overwrites. */
  static void scaleBlock(int m, int n, double beta, double[] c, int cOffset, int ldc) {
    if (beta == 1) {
      return;
    }
    for (int i = 0; i < m; i++) {
      scaleRow(n, beta, c, cOffset + i * ldc);
    }
  }

  /** C = beta C on the lower triangle of an (n x n) block. */
  static void scaleLowerTriangle(int n, double beta, double[] c, int cOffset, int ldc) {
    if (beta == 1) {
      return;
    }
    for (int i = 0; i < n; i++) {
      scaleRow(i + 1, beta, c, cOffset + i * ldc);
    }
  }

  static void scaleRow(int n, double beta, double[] c, int from) {
    if (beta == 0) {
      Arrays.fill(c, from, from + n, 0);
    } else if (beta != 1) {
      for (int j = from; j < from + n; j++) {
        c[j] *= beta;
      }
    }
  }
}
