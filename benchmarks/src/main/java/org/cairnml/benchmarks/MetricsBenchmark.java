package org.cairnml.benchmarks;

import java.util.concurrent.TimeUnit;
import org.cairnml.linalg.Matrix;
import org.cairnml.metrics.BinaryScores;
import org.cairnml.metrics.Silhouette;
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
 * The slower metrics. {@code python3 benchmarks/metrics.py} runs them beside scikit-learn on the
 * same data; alone: {@code benchmarks/run org.openjdk.jmh.Main MetricsBenchmark}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MetricsBenchmark {

  /** The i-th of a fixed sequence of numbers in [0, 1) that both languages can compute. */
  static double uniform(long i) {
    long z = (i + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
  }

  /** Rows around five centres. */
  @State(Scope.Benchmark)
  public static class Clusters {
    private static final int CLUSTERS = 5;

    @Param({"5000", "20000"})
    public int n;

    @Param({"10", "50"})
    public int d;

    Matrix x;
    int[] clusters;

    @Setup
    public void fill() {
      double[] data = new double[n * d];
      clusters = new int[n];
      for (int i = 0; i < n; i++) {
        clusters[i] = i % CLUSTERS;
        for (int j = 0; j < d; j++) {
          data[i * d + j] = uniform((long) i * d + j) + 0.5 * clusters[i];
        }
      }
      x = Matrix.wrap(data, n, d);
    }
  }

  /** Scores of rows that are positive with the probability that the score states. */
  @State(Scope.Benchmark)
  public static class Scores {
    @Param("80000")
    public int rows;

    boolean[] positive;
    double[] scores;

    @Setup
    public void fill() {
      positive = new boolean[rows];
      scores = new double[rows];
      for (int i = 0; i < rows; i++) {
        scores[i] = uniform(i);
        positive[i] = uniform((long) rows + i) < scores[i];
      }
    }
  }

  @Benchmark
  public double silhouette(Clusters state) {
    return Silhouette.of(state.x, state.clusters).mean();
  }

  @Benchmark
  public double rocAuc(Scores state) {
    return BinaryScores.of(state.positive, state.scores).rocAuc();
  }
}
