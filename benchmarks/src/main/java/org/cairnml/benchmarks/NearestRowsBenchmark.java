package org.cairnml.benchmarks;

import java.util.concurrent.TimeUnit;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.backend.Backend;
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
 * The nearest of 20 rows for each of many, on each backend. {@code benchmarks/run
 * org.openjdk.jmh.Main NearestRowsBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class NearestRowsBenchmark {

  private static final int CENTRES = 20;

  /** The backend. */
  @Param({"scalar", "simd"})
  public String backend;

  /** Threads at most. */
  @Param({"1", "2"})
  public int threads;

  /** Rows, and numbers in a row. */
  @Param({"16", "127", "1024"})
  public int size;

  private Backend kernels;
  private double[] rows;
  private double[] centres;
  private double[] distance;
  private int[] index;

  /** Random operands; what is found for the last row is compared with all centres. */
  @Setup
  public void operands() {
    kernels = Backends.named(backend).withWorkers(Workers.of(threads));
    rows = Seed.of(1).generator().doubles((long) size * size).toArray();
    centres = Seed.of(2).generator().doubles((long) CENTRES * size).toArray();
    distance = new double[size];
    index = new int[size];
    nearestRows();
    int last = size - 1;
    for (int j = 0; j < CENTRES; j++) {
      double other = kernels.squaredDistance(size, rows, last * size, centres, j * size);
      if (other < distance[last] * (1 - 1e-12)) {
        throw new IllegalStateException(backend + " is wrong: " + j + " is nearer");
      }
    }
  }

  /** The nearest centre for each row. */
  @Benchmark
  public int[] nearestRows() {
    kernels.nearestRows(size, CENTRES, size, rows, 0, size, centres, 0, size, index, distance);
    return index;
  }
}
