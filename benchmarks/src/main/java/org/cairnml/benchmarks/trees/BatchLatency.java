package org.cairnml.benchmarks.trees;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cairnml.boosting.GradientBoostingClassifier;
import org.cairnml.boosting.Growth;
import org.cairnml.core.Dataset;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.RandomForestClassifier;

/**
 * How long forests and boosted trees take for batches from one row to 20,000. Arguments: the folder
 * of the files that {@code trees.py data} writes, then names of sets. Each batch holds other test
 * rows than the one before.
 */
public final class BatchLatency {

  private static final int[] ROWS = {1, 16, 64, 128, 256, 512, 1_024, 4_096, 20_000};
  private static final long NANOS_A_SIZE = 400_000_000L;
  private static final int FEWEST_CALLS = 9;
  private static final int MOST_CALLS = 100_000;

  private BatchLatency() {}

  /** Measures what the arguments say. */
  public static void main(String[] args) {
    for (String set : Arrays.asList(args).subList(1, args.length)) {
      LabelledRows data = LabelledRows.read(Path.of(args[0], set + ".f64"));
      models(data.train()).forEach((name, model) -> measure(set + " " + name, model, data.test()));
    }
  }

  private static Map<String, ProbabilityModel> models(Dataset train) {
    var depthWise =
        new GradientBoostingClassifier()
            .withGrowth(Growth.DEPTH_WISE)
            .withMaxDepth(6)
            .withMaxLeaves(64);
    Map<String, ProbabilityModel> models = new LinkedHashMap<>();
    models.put("forest", new RandomForestClassifier().fit(train));
    models.put("boosting, 31 leaves", new GradientBoostingClassifier().fit(train));
    models.put("boosting, depth 6", depthWise.fit(train));
    return models;
  }

  private static void measure(String name, ProbabilityModel model, Dataset test) {
    for (int rows : ROWS) {
      micros(model, test.x(), Math.min(rows, test.rows()));
    }
    for (int rows : ROWS) {
      int n = Math.min(rows, test.rows());
      String line = "%s, batch of %d: us %.1f, us a row %.3f";
      double micros = micros(model, test.x(), n);
      System.out.println(String.format(Locale.ROOT, line, name, n, micros, micros / n));
    }
  }

  /** The median of calls. */
  private static double micros(ProbabilityModel model, Matrix x, int rows) {
    long end = System.nanoTime() + NANOS_A_SIZE;
    double[] micros = new double[MOST_CALLS];
    int calls = 0;
    int from = 0;
    while (calls < FEWEST_CALLS || (calls < MOST_CALLS && System.nanoTime() < end)) {
      Matrix batch = x.slice(from, from + rows, 0, x.cols());
      long start = System.nanoTime();
      model.probabilities(batch);
      micros[calls++] = (System.nanoTime() - start) / 1e3;
      from = from + 2 * rows <= x.rows() ? from + rows : 0;
    }
    Arrays.sort(micros, 0, calls);
    return micros[calls / 2];
  }
}
