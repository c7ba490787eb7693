package org.cairnml.benchmarks.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Factorizations of (n x n) matrices; {@code openblas-pointers} is LAPACKE called directly.
 * {@code benchmarks/run -P rivals org.openjdk.jmh.Main FactorizationBenchmark -p size=100}
 *
 * <p>It takes some seconds until all that an eigendecomposition or an SVD runs through is compiled,
 * so warming up takes longer than elsewhere.
 */
@Warmup(iterations = 10, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class FactorizationBenchmark extends LibraryBenchmark {

  /** The factorization. */
  @Param({"CHOLESKY", "LU", "QR", "EIGEN", "SVD"})
  public Factorization kind;

  /** Rows and columns. */
  @Param({"100", "500", "1000"})
  public int size;

  /** A library, or a backend of Cairn. */
  @Param({"cairn", "simd", "scalar", "openblas-pointers", "ejml", "ojalgo", "commons", "nd4j"})
  public String system;

  /** Threads at most. */
  @Param({"1", "2"})
  public int threads;

  private double[] a;

  @Override
  Optional<Work> prepare() {
    a = random(1, size * size);
    if (kind.symmetric()) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < i; j++) {
          a[i * size + j] = a[j * size + i];
        }
        a[i * size + i] += 2 * size;
      }
    }
    return Library.named(system, threads).factorization(kind, size, a);
  }

  @Override
  void check(Work work) {
    double logs = 0;
    double values = 0;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double value = work.at(i);
      logs += Math.log(Math.abs(value));
      values += value;
      squares += value * value;
    }
    double error = size * 1e-10;
    switch (kind) {
      case CHOLESKY -> require(2 * logs, logDeterminant(), error);
      case LU, QR -> require(logs, logDeterminant(), error);
      case EIGEN -> require(values, trace(), trace() * error);
      case SVD -> require(squares, sumOfSquares(), sumOfSquares() * error);
    }
  }

  /** By elimination with partial pivoting. */
  private double logDeterminant() {
    double[][] rows = new double[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = Arrays.copyOfRange(a, i * size, (i + 1) * size);
    }
    double logs = 0;
    for (int p = 0; p < size; p++) {
      int column = p;
      Arrays.sort(rows, p, size, Comparator.comparingDouble(row -> -Math.abs(row[column])));
      logs += Math.log(Math.abs(rows[p][p]));
      for (int i = p + 1; i < size; i++) {
        double factor = rows[i][p] / rows[p][p];
        for (int j = p; j < size; j++) {
          rows[i][j] -= factor * rows[p][j];
        }
      }
    }
    return logs;
  }

  private double trace() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += a[i * size + i];
    }
    return sum;
  }

  private double sumOfSquares() {
    double sum = 0;
    for (double value : a) {
      sum += value * value;
    }
    return sum;
  }

  @Override
  String description() {
    return system + ", " + kind + " of " + size + " on " + threads + " threads";
  }
}
