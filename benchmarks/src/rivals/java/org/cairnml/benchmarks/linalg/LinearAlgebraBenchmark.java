package org.cairnml.benchmarks.linalg;

import java.util.concurrent.TimeUnit;
import org.cairnml.base.Seed;
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
 * Products and factorizations of square matrices beside other libraries, on the threads that each
 * takes by itself; set {@code -Dcairn.threads=1} in JAVA_OPTS for one. All of it, about half an
 * hour: {@code benchmarks/run -P rivals org.openjdk.jmh.Main LinearAlgebraBenchmark}; a part:
 * {@code ... LinearAlgebraBenchmark.lu -p size=100,500}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class LinearAlgebraBenchmark {

  /** A backend of Cairn, or another library. */
  @Param({"scalar", "simd", "openblas", "ejml", "ojalgo", "commons"})
  public String library;

  /** Rows and columns. */
  @Param({"4", "17", "100", "500", "1000"})
  public int size;

  private LinearAlgebra algebra;

  /** Random operands; one element of the product is checked against a plain sum. */
  @Setup
  public void operands() {
    algebra = LinearAlgebra.named(library);
    double[] a = random(1);
    double[] b = random(2);
    double[] spd = new double[size * size];
    double last = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        spd[i * size + j] = (a[i * size + j] + a[j * size + i]) / 2 + (i == j ? 2 * size : 0);
      }
      last += a[i] * b[i * size + size - 1];
    }
    algebra.load(size, a, b, spd);
    double product = algebra.multiply();
    if (Math.abs(product - last) > size * 1e-12) {
      throw new IllegalStateException(library + " is wrong: " + product + " for " + last);
    }
  }

  private double[] random(int seed) {
    return Seed.of(seed).generator().doubles((long) size * size, -1, 1).toArray();
  }

  /** A B. */
  @Benchmark
  public double multiply() {
    return algebra.multiply();
  }

  /** Cholesky. */
  @Benchmark
  public Object cholesky() {
    return algebra.cholesky();
  }

  /** LU with partial pivoting. */
  @Benchmark
  public Object lu() {
    return algebra.lu();
  }

  /** QR with Q formed. */
  @Benchmark
  public Object qr() {
    return algebra.qr();
  }

  /** The thin SVD. */
  @Benchmark
  public Object svd() {
    return algebra.svd();
  }

  /** Eigenvalues and vectors of a symmetric matrix. */
  @Benchmark
  public Object eigen() {
    return algebra.eigen();
  }
}
