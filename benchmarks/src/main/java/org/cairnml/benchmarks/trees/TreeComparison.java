package org.cairnml.benchmarks.trees;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * Trees, forests or boosted trees of several libraries on the same folds, by turns in one process.
 * Arguments: the folder of the files that {@code trees.py data} writes, the {@link Work}, the set,
 * then {@link Contestant libraries}. Prints one line a measurement (see {@link Results}).
 *
 * <p>The time of a fit counts everything from the row-major doubles to the model: conversion,
 * binning, growing. Batches of 20,000 rows are handed over in the library's own form and come back
 * as probabilities; one row is a {@code double[]} that the call converts where it must. Before
 * anything counts each library is fitted to a quarter of the rows, for two seconds or once. Calls
 * are timed on the first three folds.
 */
public final class TreeComparison {

  private static final int BATCH = 20_000;
  private static final int TIMED_FOLDS = 3;
  private static final long WARM_UP_NANOS = 2_000_000_000L;

  private final Folds folds;
  private final Results results;

  private TreeComparison(Folds folds, Results results) {
    this.folds = folds;
    this.results = results;
  }

  /** Measures what the arguments say. */
  public static void main(String[] args) {
    Folds folds = Folds.read(Path.of(args[0], args[2] + ".f64"));
    var comparison = new TreeComparison(folds, new Results(args[2]));
    comparison.run(
        Work.of(args[1]), Arrays.stream(args, 3, args.length).map(Contestant::parse).toList());
  }

  private void run(Work work, List<Contestant> contestants) {
    for (Contestant each : contestants) {
      warmUp(each.library(), each.job(work, 0));
    }
    for (int fold = 0; fold < Folds.COUNT; fold++) {
      for (Contestant each : contestants) {
        if (fold < each.folds()) {
          measure(each, each.job(work, fold), fold);
        }
      }
    }
  }

  private void warmUp(TreeLibrary library, Job job) {
    if (!library.offers(job.work())) {
      throw new IllegalArgumentException(library.name() + " has no " + job.work().label());
    }
    Dataset rows = folds.train(Folds.COUNT - 1);
    Dataset quarter = rows.rows(IntStream.range(0, rows.rows() / 4).toArray());
    long end = System.nanoTime() + WARM_UP_NANOS;
    do {
      library.bin(job, quarter);
      library.fit(job, quarter).close();
    } while (System.nanoTime() < end);
  }

  private void measure(Contestant contestant, Job job, int fold) {
    TreeLibrary library = contestant.library();
    Results.Of of = results.of(library.name(), job, fold);
    Dataset train = folds.train(fold);
    System.gc();
    long start = System.nanoTime();
    if (library.bin(job, train)) {
      of.print("bin-s", (System.nanoTime() - start) / 1e9);
    }
    System.gc();
    start = System.nanoTime();
    try (TreeLibrary.Fitted model = library.fit(job, train)) {
      of.print("fit-s", (System.nanoTime() - start) / 1e9);
      judge(of, model, folds.test(fold));
      if (fold < TIMED_FOLDS) {
        time(of, model, folds.testFirst(fold, BATCH).x());
      }
    }
  }

  private static void time(Results.Of of, TreeLibrary.Fitted model, Matrix some) {
    TreeLibrary.Batch ready = model.batch(some);
    of.print("batch-ms", CallTimes.medianMillis(ready::probabilities));
    double[][] rows = some.toArray();
    model.rowCalls().forEach((name, call) -> CallTimes.ofRows(call, rows).print(of, name));
  }

  private static void judge(Results.Of of, TreeLibrary.Fitted model, Dataset test) {
    double[] p = model.batch(test.x()).probabilities();
    Labels labels = test.labels();
    int n = labels.size();
    int k = labels.classes().size();
    int right = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int from = i * k;
      int best = IntStream.range(0, k).reduce(0, (a, b) -> p[from + b] > p[from + a] ? b : a);
      right += best == labels.code(i) ? 1 : 0;
      sum -= Math.log(Math.max(1e-15, p[from + labels.code(i)]));
    }
    of.print("accuracy", (double) right / n);
    of.print("log-loss", sum / n);
  }
}
