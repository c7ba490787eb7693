package org.cairnml.benchmarks;

import java.util.concurrent.TimeUnit;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * X'X of many rows and few columns, the heart of linear models. {@code benchmarks/run
 * org.openjdk.jmh.Main TallGramBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class TallGramBenchmark {

  /** The backend. */
  @Param({"scalar", "simd"})
  public String backend;

  /** Threads at most. */
  @Param({"1", "2"})
  public int threads;

  /** Columns. */
  @Param({"10", "20", "50", "100"})
  public int columns;

  /** Rows. */
  @Param("80000")
  public int rows;

  private Backend kernels;
  private double[] x;
  private double[] c;

  /** Random operands; one element of the product is checked against a plain sum. */
  @Setup
  public void operands() {
    kernels = Backends.named(backend).withWorkers(Workers.of(threads));
    x = Seed.of(1).generator().doubles((long) rows * columns).toArray();
    c = new double[columns * columns];
    gram();
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += x[i * columns + columns - 1] * x[i * columns];
    }
    if (Math.abs(c[(columns - 1) * columns] - sum) > sum * 1e-10) {
      throw new IllegalStateException(backend + " is wrong");
    }
  }

  /** The lower triangle of X'X. */
  @Benchmark
  public double[] gram() {
    kernels.syrk(Transpose.YES, columns, rows, 1, x, 0, columns, 0, c, 0, columns);
    return c;
  }
}
