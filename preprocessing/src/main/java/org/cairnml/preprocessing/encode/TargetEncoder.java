package org.cairnml.preprocessing.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.CrossFittedTransformer;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.linalg.Matrix;

/**
 * Turns category columns into numbers: the mean of the target at the level, drawn toward the mean
 * of all rows where rows are few. For two classes the target is 1 for the second class; for more
 * there is a number for each class, named {@code "town=yes"}. Unseen categories get the mean of all
 * rows, missing ones count as a level. Numeric columns pass through.
 *
 * <p>With smoothing m, the number of a level of n rows is {@code (n mean + m overall) / (n + m)}.
 * Without one given, the weight of the level's mean is {@code v / (v + s / n)}, for the variances v
 * of the target and s of it within the level (empirical Bayes). Source: Micci-Barreca 2001,
 * doi:10.1145/507533.507538; both forms as in scikit-learn from 1.3 on.
 *
 * <p>Training rows are encoded by other rows: {@link #transformTraining} cuts them into folds, of
 * even class shares for labels, and encodes each fold by what the others show.
 *
 * @param smoothing how many rows the overall mean counts for; estimated if empty
 * @param folds into how many parts the training rows are cut
 * @param seed of the cut
 */
@Summary("The mean target at its level for each category, cross-fitted")
public record TargetEncoder(
    @Param(value = "How many rows the overall mean counts for", range = "[0, inf)")
        OptionalDouble smoothing,
    @Param(value = "Parts that training rows are cut into", range = "[2, 1000]") int folds,
    @Param("Seed of the cut") long seed)
    implements CrossFittedTransformer<LevelValueModel>,
        HandlesMissing,
        HandlesCategories,
        TargetEncoderParams {

  /** Use {@code new TargetEncoder()} and its {@code with} methods instead. */
  public TargetEncoder {
    TargetEncoderParams.check(smoothing, folds, seed);
  }

  /** Estimated smoothing, 5 folds. */
  public TargetEncoder() {
    this(OptionalDouble.empty(), 5, 0);
  }

  @Override
  public LevelValueModel fit(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("target-encoder", 1);
    double[][] targets = targets(data);
    boolean[] all = new boolean[data.rows()];
    Arrays.fill(all, true);
    List<Matrix> values = new ArrayList<>();
    for (int j = 0; j < data.cols(); j++) {
      if (data.schema().get(j).isCategory()) {
        values.add(table(data, j, targets, all));
      }
    }
    monitor.step(Double.NaN);
    return new LevelValueModel(
        data.schema(), suffixes(data), values, monitor.summary(1, true, Double.NaN));
  }

  @Override
  public Dataset transformTraining(LevelValueModel model, Dataset data, FitOptions options) {
    double[][] targets = targets(data);
    int[] fold = folds(data);
    Matrix out = model.transform(data.x()).copy();
    options
        .workers()
        .run(
            folds,
            f -> {
              boolean[] others = new boolean[data.rows()];
              for (int i = 0; i < fold.length; i++) {
                others[i] = fold[i] != f;
              }
              int at = 0;
              for (int j = 0; j < data.cols(); j++) {
                boolean category = data.schema().get(j).isCategory();
                if (category) {
                  Matrix table = table(data, j, targets, others);
                  encode(data, j, table, fold, f, out, at);
                }
                at += category ? targets.length : 1;
              }
            });
    return data.withFeatures(out, model.output());
  }

  private static void encode(
      Dataset data, int j, Matrix table, int[] fold, int f, Matrix out, int at) {
    for (int i = 0; i < fold.length; i++) {
      if (fold[i] == f) {
        int line = LevelCounts.line(data, i, j);
        for (int k = 0; k < table.cols(); k++) {
          out.set(i, at + k, table.get(line, k));
        }
      }
    }
  }

  /** The target as numbers; for labels 0 or 1 of the second of two classes, or of each of more. */
  private static double[][] targets(Dataset data) {
    if (data.hasTarget()) {
      return new double[][] {data.target()};
    }
    if (!data.hasLabels()) {
      throw new DataException(
          "the target encoder needs a target: a number or a label for each row");
    }
    int classes = data.labels().classes().size();
    int first = classes == 2 ? 1 : 0;
    double[][] targets = new double[classes - first][data.rows()];
    for (int i = 0; i < data.rows(); i++) {
      int code = data.labels().code(i);
      if (code >= first) {
        targets[code - first][i] = 1;
      }
    }
    return targets;
  }

  private static List<String> suffixes(Dataset data) {
    return data.hasTarget() || data.labels().classes().size() == 2
        ? List.of("")
        : data.labels().classes().stream().map(name -> "=" + name).toList();
  }

  private Matrix table(Dataset data, int j, double[][] targets, boolean[] used) {
    int lines = data.schema().get(j).levels().size() + 2;
    Matrix table = Matrix.zeros(lines, targets.length);
    for (int k = 0; k < targets.length; k++) {
      LevelMeans means = LevelMeans.of(data, j, targets[k], used);
      for (int line = 0; line < lines; line++) {
        table.set(line, k, line == lines - 2 ? means.overall() : means.smoothed(line, smoothing));
      }
    }
    return table;
  }

  /** A fold for each row: random, but of each class the same share up to one row. */
  private int[] folds(Dataset data) {
    int[] order = Seed.of(seed).permutation(data.rows());
    int[] next = new int[data.hasLabels() ? data.labels().classes().size() : 1];
    int[] fold = new int[data.rows()];
    for (int i : order) {
      int stratum = data.hasLabels() ? data.labels().code(i) : 0;
      fold[i] = next[stratum]++ % folds;
    }
    return fold;
  }
}
