package org.cairnml.testkit.backend;

import static org.cairnml.testkit.backend.FloatOperands.check;
import static org.cairnml.testkit.backend.FloatOperands.magnitudes;
import static org.cairnml.testkit.backend.FloatOperands.random;
import static org.cairnml.testkit.backend.FloatOperands.wide;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.FloatKernels;
import org.cairnml.linalg.backend.Side;
import org.junit.jupiter.api.DynamicTest;

/** Kernels on floats that are made of others, against the same on doubles. */
final class FloatCompositeChecks {

  private static final int[][] SHAPES = {
    {1, 1, 1}, {3, 5, 2}, {4, 8, 3}, {17, 33, 5}, {64, 16, 31}, {130, 520, 40}
  };

  private final Backend backend;
  private final FloatKernels floats;

  FloatCompositeChecks(Backend backend) {
    this.backend = backend;
    this.floats = backend.floats();
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("float symm agrees with that on doubles", this::symm),
        dynamicTest("float squared distances agree with the differences", this::squaredDistances),
        dynamicTest("float distances to columns agree with the differences", this::toColumns),
        dynamicTest("float logarithms of sums of exponentials agree", this::logSumExp));
  }

  private void symm() {
    for (int[] shape : SHAPES) {
      for (Side side : Side.values()) {
        int m = shape[0];
        int n = shape[1];
        int k = side == Side.LEFT ? m : n;
        float[] a = random(m, k * (k + 1));
        for (int i = 0; i < k; i++) {
          Arrays.fill(a, i * (k + 1) + i + 1, (i + 1) * (k + 1), Float.NaN);
        }
        float[] b = random(n, m * n);
        float[] c = random(k, m * n);
        double[] expected = wide(c);
        double[] size = magnitudes(c);
        double[] sizeA = magnitudes(a);
        double[] sizeB = magnitudes(b);
        backend.symm(side, m, n, -0.5, wide(a), 0, k + 1, wide(b), 0, n, 2, expected, 0, n);
        backend.symm(side, m, n, 0.5, sizeA, 0, k + 1, sizeB, 0, n, 2, size, 0, n);
        floats.symm(side, m, n, -0.5f, a, 0, k + 1, b, 0, n, 2, c, 0, n);
        check(k + 2, c, expected, size);
      }
    }
  }

  private void squaredDistances() {
    for (int[] shape : SHAPES) {
      int m = shape[0];
      int n = shape[1];
      int d = shape[2];
      float[] x = random(m, m * d);
      float[] y = random(n, n * d);
      float[] out = new float[m * n];
      floats.squaredDistances(m, n, d, x, 0, d, y, 0, d, out, 0, n);
      double[] wideX = wide(x);
      double[] wideY = wide(y);
      double[] expected = new double[m * n];
      double[] size = new double[m * n];
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          expected[i * n + j] = backend.squaredDistance(d, wideX, i * d, wideY, j * d);
          size[i * n + j] =
              4
                  * (backend.dot(d, wideX, i * d, wideX, i * d)
                      + backend.dot(d, wideY, j * d, wideY, j * d)
                      + d);
        }
      }
      check(d + 4, out, expected, size);
    }
  }

  private void toColumns() {
    for (int[] shape : SHAPES) {
      int m = shape[0];
      int n = shape[1];
      int d = shape[2];
      float[] x = random(m, m * d);
      float[] y = random(n, n * d);
      float[] out = new float[m * n];
      floats.distancesToColumns(m, n, d, x, 0, d, y, 0, n, out, 0, n);
      double[] expected = new double[m * n];
      backend.distancesToColumns(m, n, d, wide(x), 0, d, wide(y), 0, n, expected, 0, n);
      check(d + 4, out, expected, expected);
    }
  }

  private void logSumExp() {
    for (float shift : new float[] {0, 1e4f, -1e4f}) {
      float[] a = random(7, 60);
      for (int i = 0; i < a.length; i++) {
        a[i] += shift;
      }
      double[] expected = new double[5];
      backend.logSumExpRows(5, 12, wide(a), 0, 12, expected);
      float[] sums = new float[5];
      floats.logSumExpRows(5, 12, a, 0, 12, sums);
      for (int i = 0; i < 5; i++) {
        check(3, sums[i], expected[i], Math.abs(expected[i]) + 3);
      }
    }
  }
}
