package org.cairnml.benchmarks.trees;

import java.util.Arrays;
import org.cairnml.base.Seed;

/**
 * Times of the same call over and over, after a warm-up.
 *
 * @param mean microseconds a row, timed as a whole
 * @param p50 the median of rows timed one by one, microseconds
 * @param p99 the 99th percentile of these
 */
record CallTimes(double mean, double p50, double p99) {

  private static final long WARM_UP_NANOS = 300_000_000L;
  private static final long NANOS = 600_000_000L;
  private static final int FEWEST = 3;
  private static final int MOST = 25;
  private static final int FEWEST_ROWS = 10_000;

  /** The median of calls that fit into 0.6 seconds, but at least 3. */
  static double medianMillis(Runnable call) {
    long end = System.nanoTime() + WARM_UP_NANOS;
    do {
      call.run();
    } while (System.nanoTime() < end);
    double[] millis = new double[MOST];
    int calls = 0;
    end = System.nanoTime() + NANOS;
    while (calls < FEWEST || (calls < MOST && System.nanoTime() < end)) {
      long start = System.nanoTime();
      call.run();
      millis[calls++] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis, 0, calls);
    return millis[calls / 2];
  }

  /** All rows in random order, or as many as fit into 0.6 seconds, but at least 10,000. */
  static CallTimes ofRows(TreeLibrary.RowCall call, double[][] rows) {
    int[] order = Seed.of(7).permutation(rows.length);
    double sum = 0;
    long end = System.nanoTime() + WARM_UP_NANOS;
    for (int i = 0; System.nanoTime() < end; i++) {
      sum += call.score(rows[order[i % order.length]]);
    }
    long start = System.nanoTime();
    int scored = 0;
    while (scored < order.length
        && (scored < FEWEST_ROWS || scored % 1_000 != 0 || System.nanoTime() < start + NANOS)) {
      sum += call.score(rows[order[scored++]]);
    }
    double mean = (System.nanoTime() - start) / 1e3 / scored;
    double[] micros = new double[scored];
    for (int i = 0; i < scored; i++) {
      start = System.nanoTime();
      sum += call.score(rows[order[i]]);
      micros[i] = (System.nanoTime() - start) / 1e3;
    }
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("A score is NaN");
    }
    Arrays.sort(micros);
    return new CallTimes(mean, micros[scored / 2], micros[(int) (scored * 0.99)]);
  }

  void print(Results.Of of, String name) {
    of.print(name + "-us", mean);
    of.print(name + "-p50-us", p50);
    of.print(name + "-p99-us", p99);
  }
}
