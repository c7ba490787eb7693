package org.cairnml.benchmarks.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Products (n x n) of Cairn and of rivals by turns of some milliseconds in one process. What
 * disturbs the machine for longer than a turn disturbs all alike, which runs of one system after
 * the other do not grant (decision 0018).
 *
 * <pre>
 * OPENBLAS_THREAD_TIMEOUT=20 benchmarks/run -P rivals org.cairnml.benchmarks.linalg.ProductTurns \
 *   double 2 192,256 simd openblas-pointers
 * </pre>
 *
 * <p>Arguments: double or float, threads, sizes, the name of ours, those of the rivals. Prints
 * medians in microseconds, and quartiles over the turns of the best rival's time / ours. With the
 * variable the threads of OpenBLAS stop looking for work 2^20 ticks of the processor after a call,
 * within the first part of the next turn, which is not timed; else they slow the turns of others.
 */
final class ProductTurns {
  private static final int TURNS = 100;

  private static final long WARM_UP_NANOS = 800_000_000;
  private static final long SETTLE_NANOS = 3_000_000;
  private static final long TURN_NANOS = 8_000_000;
  private static final long LONGEST_NANOS = 20_000_000_000L;

  private ProductTurns() {}

  /** See the class. */
  public static void main(String[] args) {
    boolean floats = args[0].equals("float");
    int threads = Integer.parseInt(args[1]);
    List<String> systems = new ArrayList<>(List.of(args[3]));
    systems.addAll(List.of(args[4].split(",")));
    System.out.printf(
        "%s, %d threads%n| n | %s | quarter | median | three quarters |%n",
        args[0], threads, String.join(" | ", systems));
    for (String size : args[2].split(",")) {
      int n = Integer.parseInt(size);
      List<Runnable> works = new ArrayList<>();
      for (String system : systems) {
        works.add(product(Library.named(system, threads), n, floats));
      }
      System.out.println(row(n, turns(works)));
    }
  }

  private static Runnable product(Library library, int n, boolean floats) {
    double[] a = LibraryBenchmark.random(1, n * n);
    double[] b = LibraryBenchmark.random(2, n * n);
    Optional<Work> work =
        floats
            ? library.floatProduct(
                n, FloatProductBenchmark.floats(a), FloatProductBenchmark.floats(b))
            : library.product(n, a, b);
    return work.orElseThrow().operation();
  }

  /** Microseconds (turns x systems). */
  private static double[][] turns(List<Runnable> works) {
    for (int round = 0; round < 2; round++) {
      for (Runnable work : works) {
        repeat(work, WARM_UP_NANOS);
      }
    }
    long start = System.nanoTime();
    List<double[]> turns = new ArrayList<>();
    while (turns.size() < TURNS && System.nanoTime() - start < LONGEST_NANOS) {
      turns.add(
          works.stream()
              .mapToDouble(
                  work -> {
                    repeat(work, SETTLE_NANOS);
                    return repeat(work, TURN_NANOS);
                  })
              .toArray());
    }
    return turns.toArray(double[][]::new);
  }

  /** Works as often as the time allows, at least once; microseconds of one. */
  private static double repeat(Runnable work, long nanos) {
    long start = System.nanoTime();
    long count = 0;
    long taken;
    do {
      for (long batch = Math.max(1, count / 8); batch > 0; batch--) {
        work.run();
        count++;
      }
      taken = System.nanoTime() - start;
    } while (taken < nanos);
    return taken / 1e3 / count;
  }

  private static String row(int n, double[][] turns) {
    int systems = turns[0].length;
    var cells = new StringBuilder("| " + n + " |");
    for (int s = 0; s < systems; s++) {
      int system = s;
      cells.append(cell(quantile(Arrays.stream(turns).mapToDouble(t -> t[system]).toArray(), .5)));
    }
    double[] ratios =
        Arrays.stream(turns)
            .mapToDouble(t -> Arrays.stream(t, 1, systems).min().orElseThrow() / t[0])
            .toArray();
    for (double q : new double[] {.25, .5, .75}) {
      cells.append(cell(quantile(ratios, q)));
    }
    return cells.toString();
  }

  private static String cell(double x) {
    return String.format(Locale.ROOT, " %.3g |", x);
  }

  private static double quantile(double[] x, double q) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    return sorted[(int) (q * (sorted.length - 1))];
  }
}
