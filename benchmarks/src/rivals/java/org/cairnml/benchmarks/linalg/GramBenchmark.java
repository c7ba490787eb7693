package org.cairnml.benchmarks.linalg;

import java.util.Optional;
import org.openjdk.jmh.annotations.Param;

/**
 * The lower triangle of X'X of {@code rows} x {@code size}; 0 rows stand for a square matrix.
 * {@code benchmarks/run -P rivals org.openjdk.jmh.Main GramBenchmark}
 */
public class GramBenchmark extends LibraryBenchmark {

  /** Rows; 0 for as many as columns. */
  @Param({"0", "5000", "80000"})
  public int rows;

  /** Columns. */
  @Param({"10", "20", "50", "100", "200", "512"})
  public int size;

  /** A library, or a backend of Cairn. */
  @Param({"cairn", "simd", "scalar", "openblas-arrays", "openblas-pointers", "ejml", "nd4j"})
  public String system;

  /** Threads at most. */
  @Param({"1", "2"})
  public int threads;

  private double[] x;
  private int height;

  @Override
  Optional<Work> prepare() {
    height = rows == 0 ? size : rows;
    x = random(1, height * size);
    return Library.named(system, threads).gram(height, size, x);
  }

  @Override
  void check(Work work) {
    for (int i = 0; i < size; i += Math.max(1, size / 7)) {
      for (int j = 0; j <= i; j += Math.max(1, size / 7)) {
        double sum = 0;
        double magnitude = 0;
        for (int p = 0; p < height; p++) {
          double product = x[p * size + i] * x[p * size + j];
          sum += product;
          magnitude += Math.abs(product);
        }
        require(work.at(i * size + j), sum, height * 1e-16 * magnitude);
      }
    }
  }

  @Override
  String description() {
    return system + ", X'X of " + height + " x " + size + " on " + threads + " threads";
  }
}
