package org.cairnml.preprocessing.select;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;

/**
 * Keeps the k numeric columns of the best score, each judged alone by the target; all if there are
 * fewer. Of equal scores the first columns win, constant columns come last. Category columns are
 * kept and do not count. The defaults are those of scikit-learn.
 *
 * @param k how many numeric columns to keep
 * @param score what a column is judged by
 */
@Summary("Keeps the numeric columns that tell most of the target")
public record SelectKBest(
    @Param(value = "How many numeric columns to keep", range = "[1, 1000000]") int k,
    @Param("What a column is judged by") Score score)
    implements Transformer<SelectionModel>, HandlesCategories, HandlesSparse, SelectKBestParams {

  /** Use {@code new SelectKBest()} and its {@code with} methods instead. */
  public SelectKBest {
    SelectKBestParams.check(k, score);
  }

  /** The 10 columns of the largest F. */
  public SelectKBest() {
    this(10, Score.F);
  }

  @Override
  public SelectionModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor = options.monitor("select-k-best", 1);
    double[] scores = new double[data.cols()];
    Arrays.fill(scores, Double.NaN);
    int[] numeric =
        IntStream.range(0, data.cols()).filter(j -> !data.schema().get(j).isCategory()).toArray();
    options.workers().run(numeric.length, c -> scores[numeric[c]] = score.of(data, numeric[c]));
    boolean[] passes = new boolean[data.cols()];
    Arrays.fill(passes, true);
    IntStream.of(numeric)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> Double.isNaN(scores[j]) ? 1 : -scores[j]))
        .skip(k)
        .forEach(j -> passes[j] = false);
    monitor.step(Double.NaN);
    return new SelectionModel(
        data.schema(),
        SelectionModel.where(passes),
        scores,
        Missing.REFUSED,
        monitor.summary(1, true, Double.NaN));
  }
}
