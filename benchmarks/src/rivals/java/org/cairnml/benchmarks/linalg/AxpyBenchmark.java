package org.cairnml.benchmarks.linalg;

import java.util.Optional;
import org.openjdk.jmh.annotations.Param;

/**
 * y = alpha x + y; {@code memory} is the triad z = alpha x + y.
 * {@code benchmarks/run -P rivals org.openjdk.jmh.Main AxpyBenchmark}
 */
public class AxpyBenchmark extends LibraryBenchmark {

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
    "nd4j"
  })
  public String system;

  private static final double ALPHA = 1e-3;

  private double[] x;
  private double[] y;

  @Override
  Optional<Work> prepare() {
    x = random(1, size);
    y = random(2, size);
    return Library.named(system, 1).axpy(ALPHA, x, y.clone());
  }

  @Override
  void check(Work work) {
    for (int i = 0; i < size; i++) {
      require(work.at(i), ALPHA * x[i] + y[i], 1e-15);
    }
  }

  @Override
  String description() {
    return system + ", axpy of " + size;
  }
}
