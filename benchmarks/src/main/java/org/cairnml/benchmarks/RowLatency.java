package org.cairnml.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairnml.base.Seed;
import org.cairnml.core.ModelFile;
import org.cairnml.data.Csv;
import org.cairnml.data.Table;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.pipeline.PipelineModel;
import org.cairnml.pipeline.RowScorer;
import org.cairnml.preprocessing.encode.OneHotEncoder;
import org.cairnml.preprocessing.impute.CategoryStrategy;
import org.cairnml.preprocessing.impute.SimpleImputer;
import org.cairnml.preprocessing.scale.StandardScaler;
import org.cairnml.tree.RandomForestClassifier;

/**
 * How long it takes to score one row, given as a map of column names: imputer, one-hot encoder,
 * scaler and a forest of 100 trees on the telco churn table (19 columns used).
 *
 * <p>{@code RowLatency train CHURN.csv.gz MODEL} saves a model; {@code RowLatency score
 * CHURN.csv.gz MODEL} measures the time from the start of the process to the first prediction, then
 * the quantiles of single calls after warming up.
 */
public final class RowLatency {

  private static final int WARM_UP = 200_000;
  private static final int CALLS = 200_000;

  private RowLatency() {}

  /** Runs one part. */
  public static void main(String[] arguments) {
    Path data = Path.of(arguments[1]);
    Path file = Path.of(arguments[2]);
    if (arguments[0].equals("train")) {
      Table train = Csv.read(data).split(0.8, "Churn", Seed.of(42)).train();
      Pipeline pipeline =
          Pipeline.of("Churn", new RandomForestClassifier().withTrees(100))
              .without("customerID")
              .with(new SimpleImputer().withCategory(CategoryStrategy.CONSTANT))
              .with(new OneHotEncoder())
              .with(new StandardScaler());
      ModelFile.save(pipeline.fit(train), file);
    } else {
      score(data, file);
    }
  }

  private static void score(Path data, Path file) {
    PipelineModel model = ModelFile.load(file, PipelineModel.class);
    List<Map<String, Object>> rows = firstRow(model);
    RowScorer scorer = model.scorer();
    double first = scorer.score(rows.get(0)).probability(1);
    long sinceStart =
        System.currentTimeMillis()
            - ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
    System.out.printf(
        Locale.ROOT, "start of the process to first prediction (%.3f): %d ms%n", first, sinceStart);
    Table table = Csv.read(data);
    rows = new ArrayList<>();
    for (int i = 0; i < table.rows(); i++) {
      rows.add(table.row(i));
    }
    double sum = run(scorer, rows, new long[WARM_UP]);
    long[] nanos = new long[CALLS];
    sum += run(scorer, rows, nanos);
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "a row: p50 %.1f, p99 %.1f, p99.9 %.1f microseconds (%d calls, checksum %.3f)%n",
        nanos[CALLS / 2] / 1e3,
        nanos[CALLS / 100 * 99] / 1e3,
        nanos[CALLS / 1000 * 999] / 1e3,
        CALLS,
        sum);
  }

  /** A row of nothing known, which needs no file. */
  private static List<Map<String, Object>> firstRow(PipelineModel model) {
    Map<String, Object> row = new HashMap<>();
    model.inputs().keySet().forEach(name -> row.put(name, null));
    return List.of(row);
  }

  private static double run(RowScorer scorer, List<Map<String, Object>> rows, long[] nanos) {
    double sum = 0;
    for (int i = 0; i < nanos.length; i++) {
      Map<String, Object> row = rows.get(i % rows.size());
      long start = System.nanoTime();
      double p = scorer.score(row).probability(1);
      nanos[i] = System.nanoTime() - start;
      sum += p;
    }
    return sum;
  }
}
