package org.cairnml.benchmarks.linalg;

import java.util.Optional;
import org.openjdk.jmh.annotations.Param;

/**
 * exp of each element; {@code loop} calls Math.exp.
 * {@code benchmarks/run -P rivals org.openjdk.jmh.Main ExpBenchmark}
 */
public class ExpBenchmark extends LibraryBenchmark {

  /** Numbers in the vector. */
  @Param({"1000", "1000000"})
  public int size;

  /** A library, or a backend of Cairn. */
  @Param({"cairn", "simd", "scalar", "loop", "ejml", "nd4j"})
  public String system;

  private double[] x;

  @Override
  Optional<Work> prepare() {
    x = random(1, size);
    return Library.named(system, 1).exp(x);
  }

  @Override
  void check(Work work) {
    for (int i = 0; i < size; i++) {
      double expected = StrictMath.exp(x[i]);
      require(work.at(i), expected, 2 * Math.ulp(expected));
    }
  }

  @Override
  String description() {
    return system + ", exp of " + size;
  }
}
