package org.cairnml.benchmarks.linalg;

import java.util.Optional;
import org.openjdk.jmh.annotations.Param;

/**
 * x'y; {@code memory} is a loop that reads the same bytes on one thread. Vectors that no cache holds
 * may use two.
 * {@code benchmarks/run -P rivals org.openjdk.jmh.Main DotBenchmark}
 */
public class DotBenchmark extends LibraryBenchmark {

  /** Numbers in a vector: 1000 fit the first-level cache, 20011 the second, 8388608 none. */
  @Param({"16", "1000", "20011", "8388608"})
  public int size;

  /** A library, or a backend of Cairn. */
  @Param({
    "cairn",
    "simd",
    "scalar",
    "loop",
    "memory",
    "openblas-arrays",
    "openblas-pointers",
    "ejml",
    "commons",
    "nd4j"
  })
  public String system;

  private static final int THREADS = 2;

  private double[] x;
  private double[] y;

  @Override
  Optional<Work> prepare() {
    x = random(1, size);
    y = random(2, size);
    return Library.named(system, THREADS).dot(x, y);
  }

  @Override
  void check(Work work) {
    boolean memory = system.equals("memory");
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += memory ? x[i] + y[i] : x[i] * y[i];
    }
    require(work.at(0), sum, size * 1e-15);
  }

  @Override
  String description() {
    return system + ", dot of " + size;
  }
}
