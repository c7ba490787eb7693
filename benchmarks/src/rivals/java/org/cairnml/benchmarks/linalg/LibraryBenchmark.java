package org.cairnml.benchmarks.linalg;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cairnml.base.Seed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One operation of one {@link Library}. Set-up checks the result of the first call; a library that
 * needs more than two seconds for the second one is refused, and the message says so.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public abstract class LibraryBenchmark {

  private static final double MOST_SECONDS = 2;

  /** A first call is slower than later ones, but not by more than this. */
  private static final double COLD = 5;

  private Runnable operation;

  /** The operation on its operands; empty if the library does not offer it. */
  abstract Optional<Work> prepare();

  /** Compares the result of the first call with another way to compute it. */
  abstract void check(Work work);

  /** What is being run, for messages. */
  abstract String description();

  /** Makes the operands, runs once, checks. */
  @Setup
  public final void setUp() {
    Work work =
        prepare()
            .orElseThrow(
                () -> new IllegalStateException("not offered: " + description()));
    operation = work.operation();
    double seconds = secondsOfOneCall();
    check(work);
    if (seconds > MOST_SECONDS && seconds < COLD * MOST_SECONDS) {
      seconds = secondsOfOneCall();
    }
    if (seconds > MOST_SECONDS) {
      throw new IllegalStateException(
          "skipped: " + description() + " takes " + Math.round(seconds * 10) / 10.0 + " s");
    }
  }

  private double secondsOfOneCall() {
    long start = System.nanoTime();
    operation.run();
    return (System.nanoTime() - start) * 1e-9;
  }

  /** The operation. */
  @Benchmark
  public Object run() {
    operation.run();
    return operation;
  }

  /** Uniform numbers from -1 to 1. */
  static double[] random(int seed, int size) {
    return Seed.of(seed).generator().doubles(size, -1, 1).toArray();
  }

  /**
   * Fails unless a number of the result is what it should be.
   *
   * @param error the most that rounding explains
   */
  final void require(double actual, double expected, double error) {
    if (!(Math.abs(actual - expected) <= error)) {
      throw new IllegalStateException(
          description() + " is wrong: " + actual + " where " + expected + " is expected");
    }
  }
}
