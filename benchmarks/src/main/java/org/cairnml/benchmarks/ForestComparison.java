package org.cairnml.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cairnml.base.Seed;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.ClassificationForest;
import org.cairnml.tree.DecisionTreeClassifier;
import org.cairnml.tree.ExtraTreesClassifier;
import org.cairnml.tree.RandomForestClassifier;
import org.cairnml.tree.Tree;

/**
 * Times of Cairn's trees and forests on the files of {@code forest_sklearn.py}: arguments are the
 * folder, the number of threads, then names of sets, or {@code set:task} for one task of {@code
 * forest, predict, row, tree, extra, heap}.
 */
public final class ForestComparison {

  private static final int RUNS = 5;
  private static final int BATCH = 20_000;

  private final Path folder;
  private final FitOptions options;

  private ForestComparison(Path folder, int threads) {
    this.folder = folder;
    this.options = new FitOptions().withWorkers(threads);
  }

  /** Measures what the arguments say. */
  public static void main(String[] args) {
    var comparison = new ForestComparison(Path.of(args[0]), Integer.parseInt(args[1]));
    for (String set : Arrays.asList(args).subList(2, args.length)) {
      String[] parts = set.split(":");
      LabelledRows data = LabelledRows.read(comparison.folder.resolve(parts[0] + ".f64"));
      comparison.run(parts[0], parts.length > 1 ? parts[1] : "all", data);
    }
  }

  private void run(String name, String task, LabelledRows data) {
    boolean all = task.equals("all");
    if (task.equals("heap")) {
      ClassificationForest forest = new RandomForestClassifier().fit(data.train(), options);
      print("%s heap: fitted %s", name, forest);
      return;
    }
    if (all || task.equals("forest") || task.equals("predict") || task.equals("row")) {
      ClassificationForest forest = forest(name, data);
      if (!task.equals("forest")) {
        predict(name, forest, data.test());
        rows(name, forest, data.test());
      }
    }
    if (all || task.equals("tree")) {
      tree(name, data);
    }
    if (all || task.equals("extra")) {
      extra(name, data);
    }
  }

  private ClassificationForest forest(String name, LabelledRows data) {
    new RandomForestClassifier().withTrees(10).withSeed(99).fit(data.train(), options);
    List<Double> seconds = new ArrayList<>();
    double accuracy = 0;
    ClassificationForest forest = null;
    double cpu = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      long start = System.nanoTime();
      cpu -= cpuSeconds() / RUNS;
      forest = new RandomForestClassifier().withSeed(seed).fit(data.train(), options);
      cpu += cpuSeconds() / RUNS;
      seconds.add(secondsSince(start));
      accuracy += accuracy(forest, data.test()) / RUNS;
    }
    double leaves = forest.trees().stream().mapToInt(Tree::leaves).average().orElse(0);
    print(
        "%s forest fit s %.3f, processor s %.3f, accuracy %.4f, leaves %.0f",
        name, median(seconds), cpu, accuracy, leaves);
    return forest;
  }

  private static void predict(String name, ClassificationForest forest, Dataset test) {
    Matrix batch = test.x().slice(0, Math.min(BATCH, test.rows()), 0, test.cols());
    List<Double> seconds = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    for (int run = 0; run < 4 * RUNS; run++) {
      long start = System.nanoTime();
      double cpuBefore = cpuSeconds();
      forest.probabilities(batch);
      cpu.add(cpuSeconds() - cpuBefore);
      seconds.add(secondsSince(start));
    }
    print(
        "%s forest predict %d rows ms %.1f, processor ms %.1f",
        name,
        batch.rows(),
        1e3 * median(seconds.subList(RUNS, seconds.size())),
        1e3 * median(cpu.subList(RUNS, seconds.size())));
  }

  private static void rows(String name, ClassificationForest forest, Dataset test) {
    double[][] rows = test.x().toArray();
    int[] order = Seed.of(1).permutation(rows.length);
    double[] out = new double[forest.classes().size()];
    List<Double> micros = new ArrayList<>();
    double sum = 0;
    for (int run = 0; run < 2 * RUNS; run++) {
      long start = System.nanoTime();
      for (int i : order) {
        forest.probabilitiesInto(rows[i], out);
        sum += out[0];
      }
      micros.add(1e6 * secondsSince(start) / rows.length);
    }
    print(
        "%s forest row us %.2f (checksum %.3f)", name, median(micros.subList(RUNS, 2 * RUNS)), sum);
  }

  private void tree(String name, LabelledRows data) {
    var learner = new DecisionTreeClassifier().withMaxDepth(10);
    List<Double> seconds = new ArrayList<>();
    double accuracy = 0;
    for (int run = 0; run < 3 * RUNS; run++) {
      long start = System.nanoTime();
      var tree = learner.fit(data.train(), options);
      seconds.add(secondsSince(start));
      accuracy = accuracy(tree, data.test());
    }
    double median = median(seconds.subList(RUNS, seconds.size()));
    print("%s tree fit s %.3f accuracy %.4f", name, median, accuracy);
  }

  private void extra(String name, LabelledRows data) {
    List<Double> seconds = new ArrayList<>();
    double accuracy = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      long start = System.nanoTime();
      var forest = new ExtraTreesClassifier().withSeed(seed).fit(data.train(), options);
      seconds.add(secondsSince(start));
      accuracy += accuracy(forest, data.test()) / RUNS;
    }
    print("%s extra fit s %.3f accuracy %.4f", name, median(seconds), accuracy);
  }

  private static double accuracy(ClassificationModel model, Dataset test) {
    Labels predicted = model.predict(test.x());
    int right = 0;
    for (int i = 0; i < test.rows(); i++) {
      right += predicted.code(i) == test.labels().code(i) ? 1 : 0;
    }
    return (double) right / test.rows();
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void print(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
