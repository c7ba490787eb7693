package org.cairnml.benchmarks.linalg;

import java.util.Optional;
import org.openjdk.jmh.annotations.Param;

/**
 * C = A B in floats.
 * {@code benchmarks/run -P rivals org.openjdk.jmh.Main FloatProductBenchmark}
 */
public class FloatProductBenchmark extends LibraryBenchmark {

  /** Rows and columns. */
  @Param({"4", "16", "17", "64", "127", "192", "256", "509", "512", "1024", "2048"})
  public int size;

  /** A library, or a backend of Cairn. */
  @Param({
    "cairn",
    "simd",
    "scalar",
    "openblas-arrays",
    "openblas-pointers",
    "ejml",
    "ojalgo",
    "nd4j"
  })
  public String system;

  /** Threads at most. */
  @Param({"1", "2"})
  public int threads;

  private float[] a;
  private float[] b;

  @Override
  Optional<Work> prepare() {
    a = floats(random(1, size * size));
    b = floats(random(2, size * size));
    return Library.named(system, threads).floatProduct(size, a, b);
  }

  static float[] floats(double[] x) {
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = (float) x[i];
    }
    return y;
  }

  @Override
  void check(Work work) {
    for (int i = 0; i < size; i += Math.max(1, size / 7)) {
      int j = size - 1 - i;
      double sum = 0;
      for (int p = 0; p < size; p++) {
        sum += (double) a[i * size + p] * b[p * size + j];
      }
      require(work.at(i * size + j), sum, size * 1e-6);
    }
  }

  @Override
  String description() {
    return system + ", the float product of " + size + " on " + threads + " threads";
  }
}
