package org.cairnml.benchmarks.linalg;

import java.util.Optional;
import org.openjdk.jmh.annotations.Param;

/**
 * y = A x; up to 50 columns A fits the first-level cache, up to 300 the second.
 * {@code benchmarks/run -P rivals org.openjdk.jmh.Main MatrixVectorBenchmark}
 */
public class MatrixVectorBenchmark extends LibraryBenchmark {

  /** Rows and columns. */
  @Param({"4", "16", "50", "61", "250", "2048"})
  public int size;

  /** A library, or a backend of Cairn. */
  @Param({
    "cairn",
    "simd",
    "scalar",
    "loop",
    "openblas-arrays",
    "openblas-pointers",
    "ejml",
    "ojalgo",
    "commons",
    "nd4j"
  })
  public String system;

  /** Threads at most. */
  @Param({"1"})
  public int threads;

  private double[] a;
  private double[] x;

  @Override
  Optional<Work> prepare() {
    a = random(1, size * size);
    x = random(2, size);
    return Library.named(system, threads).matrixVector(size, a, x);
  }

  @Override
  void check(Work work) {
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += a[i * size + j] * x[j];
      }
      require(work.at(i), sum, size * 1e-15);
    }
  }

  @Override
  String description() {
    return system + ", the matrix-vector product of " + size + " on " + threads + " threads";
  }
}
