package org.cairnml.benchmarks.trees;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.boosting.GradientBoostingClassifier;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.RandomForestClassifier;
import org.cairnml.tree.bins.Binning;

/**
 * The heap in use, beyond the data, while features are binned and while models are fitted.
 * Arguments: rows and columns of random numbers. A thread collects garbage over and over and reads
 * what is left, for a median and the most; run with {@code -XX:+UseSerialGC}.
 */
public final class FitMemory {

  private static final int BINS = 255;

  private FitMemory() {}

  /** Measures what the arguments say. */
  public static void main(String[] args) throws InterruptedException {
    Dataset data = data(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    print(
        "binning",
        data,
        () -> Binning.ofAndApply(data.x(), data.schema(), null, BINS, Workers.standard()));
    print("boosting", data, () -> new GradientBoostingClassifier().withTrees(30).fit(data));
    print("forest", data, () -> new RandomForestClassifier().withTrees(4).fit(data));
  }

  private static Dataset data(int rows, int columns) {
    SplittableRandom random = Seed.of(1).generator();
    Matrix x = Matrix.zeros(rows, columns);
    int[] y = new int[rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        x.set(i, j, random.nextDouble());
      }
      y[i] = x.get(i, 0) + x.get(i, 1) + random.nextDouble() > 1.5 ? 1 : 0;
    }
    return Dataset.of(x, Labels.of(y));
  }

  private static void print(String what, Dataset data, Runnable work) throws InterruptedException {
    long before = used();
    Thread worker = new Thread(work);
    worker.start();
    List<Long> beyond = new ArrayList<>();
    while (worker.isAlive()) {
      beyond.add(used() - before);
    }
    worker.join();
    Collections.sort(beyond);
    double values = (double) data.rows() * data.cols();
    long median = beyond.get(beyond.size() / 2);
    long most = beyond.get(beyond.size() - 1);
    String line = "%s: median MB %.1f, bytes a value %.2f; most MB %.1f, bytes a value %.2f";
    System.out.println(
        String.format(
            Locale.ROOT, line, what, median / 1e6, median / values, most / 1e6, most / values));
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
