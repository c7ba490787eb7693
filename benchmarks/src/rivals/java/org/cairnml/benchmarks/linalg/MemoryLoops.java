package org.cairnml.benchmarks.linalg;

import java.util.Optional;

/**
 * How fast memory is: loops that move the bytes of an operation, and compute what costs nothing. In
 * place of a dot product both vectors are summed (eight sums, so that no addition waits for
 * another); in place of axpy stands the triad of the STREAM benchmark, z = alpha x + y.
 */
final class MemoryLoops implements Library {

  @Override
  public Optional<Work> dot(double[] x, double[] y) {
    return Optional.of(Work.of(() -> sum(x) + sum(y), (sum, i) -> sum));
  }

  private static double sum(double[] x) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int i = 0;
    for (; i < x.length - 7; i += 8) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
      s4 += x[i + 4];
      s5 += x[i + 5];
      s6 += x[i + 6];
      s7 += x[i + 7];
    }
    for (; i < x.length; i++) {
      s0 += x[i];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  @Override
  public Optional<Work> axpy(double alpha, double[] x, double[] y) {
    double[] z = new double[x.length];
    return Optional.of(new Work(() -> triad(alpha, x, y, z), i -> z[i]));
  }

  private static void triad(double alpha, double[] x, double[] y, double[] z) {
    for (int i = 0; i < z.length; i++) {
      z[i] = alpha * x[i] + y[i];
    }
  }
}
