package org.cairnml.benchmarks.linalg;

import java.util.Optional;
import org.openjdk.jmh.annotations.Param;

/**
 * C = A B in doubles.
 * {@code benchmarks/run -P rivals org.openjdk.jmh.Main ProductBenchmark -p size=4,512}
 */
public class ProductBenchmark extends LibraryBenchmark {

  /** Rows and columns. */
  @Param({
    "2",
    "3",
    "4",
    "7",
    "8",
    "16",
    "17",
    "31",
    "64",
    "100",
    "127",
    "192",
    "256",
    "384",
    "509",
    "512",
    "1024",
    "2048"
  })
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
    "commons",
    "nd4j"
  })
  public String system;

  /** Threads at most. */
  @Param({"1", "2"})
  public int threads;

  private double[] a;
  private double[] b;

  @Override
  Optional<Work> prepare() {
    a = random(1, size * size);
    b = random(2, size * size);
    return Library.named(system, threads).product(size, a, b);
  }

  @Override
  void check(Work work) {
    for (int i = 0; i < size; i += Math.max(1, size / 7)) {
      int j = size - 1 - i;
      double sum = 0;
      for (int p = 0; p < size; p++) {
        sum += a[i * size + p] * b[p * size + j];
      }
      require(work.at(i * size + j), sum, size * 1e-15);
    }
  }

  @Override
  String description() {
    return system + ", the product of " + size + " on " + threads + " threads";
  }
}
