package org.cairnml.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;
import org.cairnml.boosting.Growth;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * Gradient boosting side by side: 100 rounds, learning rate 0.1, 255 bins. Arguments: the folder of
 * the files that {@code forest_sklearn.py data} writes, threads, seeds, then names of sets. Each
 * seed parts all rows anew into training and test rows.
 */
public final class BoostingComparison {

  private static final int BATCH = 20_000;
  private static final int BATCHES = 15;
  private static final List<BoostingSystem> SYSTEMS =
      List.of(
          new CairnBoosting(Growth.LEAF_WISE),
          new LightgbmBoosting(),
          new CairnBoosting(Growth.DEPTH_WISE),
          new XgboostBoosting());

  private BoostingComparison() {}

  /** Measures what the arguments say. */
  public static void main(String[] args) {
    int threads = Integer.parseInt(args[1]);
    int seeds = Integer.parseInt(args[2]);
    for (String name : Arrays.asList(args).subList(3, args.length)) {
      LabelledRows all = LabelledRows.read(Path.of(args[0], name + ".f64"));
      List<Figures> figures = SYSTEMS.stream().map(s -> new Figures(name, s)).toList();
      for (int seed = -1; seed < seeds; seed++) {
        LabelledRows split = split(all, Seed.of(seed));
        for (Figures each : figures) {
          each.measure(split, threads, seed >= 0);
        }
      }
      figures.forEach(Figures::print);
    }
  }

  private static LabelledRows split(LabelledRows all, Seed seed) {
    int train = all.train().rows();
    int n = train + all.test().rows();
    int[] order = seed.permutation(n);
    return new LabelledRows(
        pick(all, Arrays.copyOfRange(order, 0, train)),
        pick(all, Arrays.copyOfRange(order, train, n)));
  }

  private static Dataset pick(LabelledRows all, int[] rows) {
    int train = all.train().rows();
    Matrix x = Matrix.zeros(rows.length, all.train().cols());
    int[] codes = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Dataset from = rows[i] < train ? all.train() : all.test();
      int row = rows[i] < train ? rows[i] : rows[i] - train;
      System.arraycopy(
          from.x().data(), row * x.cols(), x.data(), i * x.cols(), x.cols());
      codes[i] = from.labels().code(row);
    }
    return Dataset.of(x, Labels.ofCodes(codes, all.train().labels().classes()));
  }

  /** The figures of one system on one set. */
  private static final class Figures {
    private final String set;
    private final BoostingSystem system;
    private final List<Double> fit = new ArrayList<>();
    private final List<Double> batch = new ArrayList<>();
    private final List<Double> row = new ArrayList<>();
    private double accuracy;
    private double loss;

    Figures(String set, BoostingSystem system) {
      this.set = set;
      this.system = system;
    }

    void measure(LabelledRows split, int threads, boolean counts) {
      long start = System.nanoTime();
      BoostingSystem.Fitted model = system.fit(split.train(), threads);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (counts) {
        fit.add(seconds);
        judge(model.batch(split.test()).probabilities(), split.test().labels());
        batches(model, split.test());
        rows(model, split.test());
      }
      model.close();
    }

    private void judge(double[] p, Labels labels) {
      int n = labels.size();
      int k = labels.classes().size();
      int right = 0;
      double sum = 0;
      for (int i = 0; i < n; i++) {
        int from = i * k;
        int best =
            IntStream.range(0, k).reduce(0, (a, b) -> p[from + b] > p[from + a] ? b : a);
        right += best == labels.code(i) ? 1 : 0;
        sum -= Math.log(Math.max(1e-15, p[from + labels.code(i)]));
      }
      accuracy += (double) right / n;
      loss += sum / n;
    }

    private void batches(BoostingSystem.Fitted model, Dataset test) {
      Dataset some = test.rows(IntStream.range(0, Math.min(BATCH, test.rows())).toArray());
      BoostingSystem.Batch ready = model.batch(some);
      for (int b = 0; b < BATCHES; b++) {
        long start = System.nanoTime();
        ready.probabilities();
        batch.add((System.nanoTime() - start) / 1e6 * BATCH / some.rows());
      }
    }

    private void rows(BoostingSystem.Fitted model, Dataset test) {
      if (Double.isNaN(model.one(test, 0))) {
        return;
      }
      int[] order = Seed.of(7).permutation(test.rows());
      for (int pass = 0; pass < 3; pass++) {
        long start = System.nanoTime();
        double sum = 0;
        for (int i : order) {
          sum += model.one(test, i);
        }
        if (sum > 0) {
          row.add((System.nanoTime() - start) / 1e3 / order.length);
        }
      }
    }

    void print() {
      System.out.printf(
          "%s %-21s fit s %.3f (min %.3f) accuracy %.4f log-loss %.4f 20,000 rows ms %.1f row us"
              + " %.2f%n",
          set,
          system.name(),
          median(fit),
          fit.stream().min(Double::compare).orElse(Double.NaN),
          accuracy / fit.size(),
          loss / fit.size(),
          median(batch),
          median(row));
    }

    private static double median(List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
  }
}
