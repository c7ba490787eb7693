package org.cairnml.benchmarks.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.cairnml.base.Seed;

/**
 * Factorizations beside other libraries in one run: each round takes every library once, and what
 * is printed are the medians and the medians of the ratios of a round, as rows of a table. {@code
 * benchmarks/run -P rivals org.cairnml.benchmarks.linalg.FactorizationComparison BACKEND SECONDS
 * [SIZE,...]}: BACKEND is simd or scalar (with VECTOR=off), beside EJML and ojAlgo, or openblas,
 * beside LAPACK called with pointers on one thread. SECONDS are for one library at one operation
 * and size. Sizes are 100, 500 and 1000 if none are given.
 */
public final class FactorizationComparison {

  private static final int FEWEST_ROUNDS = 5;

  private static final Map<String, Function<LinearAlgebra, Object>> WORK = work();

  private FactorizationComparison() {}

  private static Map<String, Function<LinearAlgebra, Object>> work() {
    var work = new LinkedHashMap<String, Function<LinearAlgebra, Object>>();
    work.put("Cholesky", LinearAlgebra::cholesky);
    work.put("LU", LinearAlgebra::lu);
    work.put("QR with Q", LinearAlgebra::qr);
    work.put("symmetric eigen", LinearAlgebra::eigen);
    work.put("SVD", LinearAlgebra::svd);
    return work;
  }

  /** Backend, seconds, sizes. */
  public static void main(String[] args) {
    var libraries = new LinkedHashMap<String, LinearAlgebra>();
    libraries.put("Cairn, " + args[0], LinearAlgebra.named(args[0]));
    if (args[0].equals("openblas")) {
      libraries.put("LAPACK, pointers", new Lapacke());
    } else {
      libraries.put("EJML", new Ejml());
      libraries.put("ojAlgo", new OjAlgo());
    }
    System.out.println("| work | n | " + String.join(" | ratio, ", libraries.keySet()) + " |");
    System.out.println("|---|--:|" + "--:|".repeat(libraries.size()));
    String sizes = args.length > 2 ? args[2] : "100,500,1000";
    for (String size : sizes.split(",")) {
      int n = Integer.parseInt(size);
      load(n, libraries.values());
      WORK.forEach(
          (name, work) ->
              System.out.println(
                  row(name, n, work, libraries, Double.parseDouble(args[1]))));
    }
    System.exit(0);
  }

  private static void load(int n, Iterable<LinearAlgebra> libraries) {
    double[] a = Seed.of(1).generator().doubles((long) n * n, -1, 1).toArray();
    double[] definite = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        definite[i * n + j] = (a[i * n + j] + a[j * n + i]) / 2 + (i == j ? 2 * n : 0);
      }
    }
    libraries.forEach(library -> library.load(n, a, a, definite));
  }

  private static String row(
      String name,
      int n,
      Function<LinearAlgebra, Object> work,
      Map<String, LinearAlgebra> libraries,
      double seconds) {
    List<LinearAlgebra> all = List.copyOf(libraries.values());
    rounds(work, all, seconds / 2);
    List<double[]> rounds = rounds(work, all, seconds);
    var row = new StringBuilder("| " + name + " | " + n + " | ");
    row.append(String.format(Locale.ROOT, "%.2f ms", median(rounds, times -> times[0])));
    for (int i = 1; i < all.size(); i++) {
      int rival = i;
      double ratio = median(rounds, times -> times[rival] / times[0]);
      row.append(String.format(Locale.ROOT, " | %.2f", ratio));
    }
    return row.append(" |").toString();
  }

  /** Milliseconds of each library in each round. */
  private static List<double[]> rounds(
      Function<LinearAlgebra, Object> work, List<LinearAlgebra> libraries, double seconds) {
    var rounds = new ArrayList<double[]>();
    long end = System.nanoTime() + (long) (seconds * libraries.size() * 1e9);
    while (rounds.size() < FEWEST_ROUNDS || System.nanoTime() < end) {
      double[] times = new double[libraries.size()];
      for (int i = 0; i < times.length; i++) {
        long start = System.nanoTime();
        work.apply(libraries.get(i));
        times[i] = (System.nanoTime() - start) / 1e6;
      }
      rounds.add(times);
    }
    return rounds;
  }

  private static double median(List<double[]> rounds, Function<double[], Double> value) {
    double[] sorted = rounds.stream().mapToDouble(value::apply).sorted().toArray();
    return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
  }
}
