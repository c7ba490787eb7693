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
 * The kernels on each backend. {@code benchmarks/run org.openjdk.jmh.Main KernelBenchmark}; one of
 * them: {@code benchmarks/run org.openjdk.jmh.Main KernelBenchmark.gemm -p size=256,1024}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class KernelBenchmark {

  private static final int CENTRES = 20;

  /** The backend. */
  @Param({"scalar", "simd", "openblas"})
  public String backend;

  /** Threads at most. */
  @Param({"1", "2"})
  public int threads;

  /** Rows and columns of a matrix; the length of a vector is its square. */
  @Param({"4", "8", "16", "17", "64", "127", "256", "512", "1024"})
  public int size;

  private Backend kernels;
  private double[] a;
  private double[] b;
  private double[] c;
  private int[] index;

  /** Random operands; one element of the product is checked against a plain sum. */
  @Setup
  public void operands() {
    kernels = Backends.named(backend).withWorkers(Workers.of(threads));
    long elements = (long) size * size;
    a = Seed.of(1).generator().doubles(elements).toArray();
    b = Seed.of(2).generator().doubles(Math.max(elements, (long) CENTRES * size)).toArray();
    c = new double[size * size];
    index = new int[size];
    gemm();
    double sum = 0;
    for (int p = 0; p < size; p++) {
      sum += a[p] * b[p * size + size - 1];
    }
    if (Math.abs(c[size - 1] - sum) > size * 1e-13) {
      throw new IllegalStateException(backend + " is wrong: " + c[size - 1] + " for " + sum);
    }
  }

  /** C = A B. */
  @Benchmark
  public double[] gemm() {
    kernels.gemm(
        Transpose.NO, Transpose.NO, size, size, size, 1, a, 0, size, b, 0, size, 0, c, 0, size);
    return c;
  }

  /** The lower triangle of A'A. */
  @Benchmark
  public double[] syrk() {
    kernels.syrk(Transpose.YES, size, size, 1, a, 0, size, 0, c, 0, size);
    return c;
  }

  /** y = A x. */
  @Benchmark
  public double[] gemv() {
    kernels.gemv(Transpose.NO, size, size, 1, a, 0, size, b, 0, 0, c, 0);
    return c;
  }

  /** x'y. */
  @Benchmark
  public double dot() {
    return kernels.dot(size * size, a, 0, b, 0);
  }

  /** exp of each element. */
  @Benchmark
  public double[] exp() {
    kernels.exp(size * size, a, 0, c, 0);
    return c;
  }

  /** The nearest of 20 centres for each row. */
  @Benchmark
  public int[] nearestRows() {
    kernels.nearestRows(size, CENTRES, size, a, 0, size, b, 0, size, index, c);
    return index;
  }
}
