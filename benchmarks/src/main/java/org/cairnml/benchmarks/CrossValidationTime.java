package org.cairnml.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.cairnml.core.FitOptions;
import org.cairnml.data.Csv;
import org.cairnml.data.Table;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.metrics.ClassificationMetric;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.selection.CrossValidation;
import org.cairnml.selection.CrossValidationResult;
import org.cairnml.selection.StratifiedKFold;

/**
 * 5-fold cross-validation of logistic regression on the census pipeline; beside {@code
 * cross_validation.py}. Arguments: the training file, the number of threads, the number of rounds
 * (7).
 */
public final class CrossValidationTime {

  private static final double NANOS = 1e9;
  private static final int WARM_UP = 4;

  private CrossValidationTime() {}

  /** Prints the median over rounds. */
  public static void main(String[] args) {
    Table table = Csv.read(Path.of(args[0]));
    int threads = Integer.parseInt(args[1]);
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 7;
    var validation = new CrossValidation(new StratifiedKFold(5));
    Pipeline pipeline = Pipeline.auto("income", new LogisticRegression());
    double[] seconds = new double[WARM_UP + rounds];
    CrossValidationResult result = null;
    for (int round = 0; round < seconds.length; round++) {
      long start = System.nanoTime();
      result = validation.run(pipeline, table, new FitOptions().withWorkers(threads));
      seconds[round] = (System.nanoTime() - start) / NANOS;
    }
    double first = seconds[0];
    double[] warm = Arrays.copyOfRange(seconds, WARM_UP, seconds.length);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "%d threads: %.3f s (least %.3f, first %.3f), AUC %.4f, fit %.3f s%n",
        threads,
        warm[warm.length / 2],
        warm[0],
        first,
        result.mean(ClassificationMetric.ROC_AUC),
        result.fitSeconds());
  }
}
