package org.cairnml.benchmarks.linalg;

import java.util.Optional;

/** What one writes without a library: a loop without unrolling. */
final class PlainLoops implements Library {

  private static double sum(int n, double[] x, int from, double[] y) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[from + i] * y[i];
    }
    return sum;
  }

  @Override
  public Optional<Work> matrixVector(int n, double[] a, double[] x) {
    double[] y = new double[n];
    return Optional.of(
        new Work(
            () -> {
              for (int i = 0; i < n; i++) {
                y[i] = sum(n, a, i * n, x);
              }
            },
            i -> y[i]));
  }

  @Override
  public Optional<Work> dot(double[] x, double[] y) {
    return Optional.of(Work.of(() -> sum(x.length, x, 0, y), (sum, i) -> sum));
  }

  @Override
  public Optional<Work> axpy(double alpha, double[] x, double[] y) {
    return Optional.of(new Work(() -> axpyLoop(alpha, x, y), i -> y[i]));
  }

  private static void axpyLoop(double alpha, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] += alpha * x[i];
    }
  }

  @Override
  public Optional<Work> exp(double[] x) {
    double[] y = new double[x.length];
    return Optional.of(new Work(() -> expLoop(x, y), i -> y[i]));
  }

  private static void expLoop(double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.exp(x[i]);
    }
  }
}
