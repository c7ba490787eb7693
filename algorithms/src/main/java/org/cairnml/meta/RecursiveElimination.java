package org.cairnml.meta;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Learner;
import org.cairnml.core.Param;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;
import org.cairnml.linear.Ridge;
import org.cairnml.preprocessing.select.SelectionModel;

/**
 * Fits a model, drops the columns that count least for it, and fits again, until so many are left.
 * The defaults are those of scikit-learn. The score of a column is the number of the round that
 * dropped it, from 1 on, and one more for those that are kept.
 *
 * <p>Source: Guyon et al. 2002, doi:10.1023/A:1012487302797.
 *
 * @param base a classifier or a regressor whose model tells importances: trees, boosting, linear
 * @param keep how many columns are left; half of them if empty
 * @param step how many columns a round drops
 */
@Summary("Drops the columns that count least for a model, round by round")
public record RecursiveElimination(
    @Param("The learner whose model judges") Learner base,
    @Param(value = "How many columns are left", range = "[1, inf)") OptionalInt keep,
    @Param(value = "How many columns a round drops", range = "[1, inf)") int step)
    implements Transformer<SelectionModel>, RecursiveEliminationParams {

  /** Use {@code new RecursiveElimination().withBase(...)} instead. */
  public RecursiveElimination {
    RecursiveEliminationParams.check(base, keep, step);
    Importances.requireSupervised(base);
  }

  /** A ridge regression, half of the columns, one a round; for classes give a classifier. */
  public RecursiveElimination() {
    this(new Ridge(), OptionalInt.empty(), 1);
  }

  @Override
  public SelectionModel fit(Dataset data, FitOptions options) {
    Missing missing = base instanceof HandlesMissing ? Missing.ALLOWED : Missing.REFUSED;
    data.checkDense(missing);
    int wanted = Math.min(data.cols(), keep.orElse(Math.max(1, data.cols() / 2)));
    int rounds = (data.cols() - wanted + step - 1) / step;
    FitMonitor monitor = options.monitor("recursive-elimination", Math.max(1, rounds));
    double[] dropped = new double[data.cols()];
    int[] left = IntStream.range(0, data.cols()).toArray();
    int round = 0;
    boolean goOn = true;
    while (left.length > wanted && goOn) {
      double[] importances = Importances.of(base, columns(data, left), options);
      round++;
      int[] current = left;
      int[] worst =
          IntStream.range(0, current.length)
              .boxed()
              .sorted(Comparator.comparingDouble(k -> importances[k]))
              .limit(Math.min(step, current.length - wanted))
              .mapToInt(k -> current[k])
              .toArray();
      for (int j : worst) {
        dropped[j] = round;
      }
      left = IntStream.of(current).filter(j -> dropped[j] == 0).toArray();
      goOn = monitor.step(Double.NaN);
    }
    for (int j : left) {
      dropped[j] = round + 1;
    }
    return SelectionModel.of(
        data.schema(),
        left,
        dropped,
        missing,
        monitor.summary(round, left.length == wanted, Double.NaN));
  }

  private static Dataset columns(Dataset data, int[] columns) {
    List<Feature> features = IntStream.of(columns).mapToObj(data.schema()::get).toList();
    return data.withFeatures(data.x().columns(columns), new Schema(features));
  }
}
