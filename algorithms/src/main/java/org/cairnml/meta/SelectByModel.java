package org.cairnml.meta;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Learner;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;
import org.cairnml.linear.Ridge;
import org.cairnml.preprocessing.select.SelectionModel;

/**
 * Keeps the columns that count most for a model fitted on all of them, as {@link
 * org.cairnml.core.FeatureImportances} says. The default threshold is that of scikit-learn, which
 * takes 1e-5 instead for models with an L1 penalty: give {@code withThreshold(1e-5)} for those.
 *
 * @param base a classifier or a regressor whose model tells importances: trees, boosting, linear
 * @param threshold the least importance that is kept; the mean of all if empty
 * @param most how many columns are kept at most, the first of equals; no limit if empty
 */
@Summary("Keeps the columns that count most for a model")
public record SelectByModel(
    @Param("The learner whose model judges") Learner base,
    @Param(value = "The least importance that is kept", range = "[0, inf)")
        OptionalDouble threshold,
    @Param(value = "How many columns are kept at most", range = "[1, inf)") OptionalInt most)
    implements Transformer<SelectionModel>, SelectByModelParams {

  /** Use {@code new SelectByModel().withBase(...)} instead. */
  public SelectByModel {
    SelectByModelParams.check(base, threshold, most);
    Importances.requireSupervised(base);
  }

  /** A ridge regression and the mean of the importances; for classes give a classifier. */
  public SelectByModel() {
    this(new Ridge(), OptionalDouble.empty(), OptionalInt.empty());
  }

  @Override
  public SelectionModel fit(Dataset data, FitOptions options) {
    Missing missing = base instanceof HandlesMissing ? Missing.ALLOWED : Missing.REFUSED;
    data.checkDense(missing);
    FitMonitor monitor = options.monitor("select-by-model", 1);
    double[] scores = Importances.of(base, data, options);
    double least = threshold.orElse(Arrays.stream(scores).sum() / scores.length);
    int[] kept =
        IntStream.range(0, scores.length)
            .filter(j -> scores[j] >= least)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -scores[j]))
            .limit(most.orElse(Integer.MAX_VALUE))
            .mapToInt(j -> j)
            .sorted()
            .toArray();
    if (kept.length == 0) {
      throw new DataException(
          "no column has an importance of at least %s; the largest is %s, so lower the threshold"
              .formatted(least, Arrays.stream(scores).max().orElse(0)));
    }
    monitor.step(Double.NaN);
    return SelectionModel.of(
        data.schema(), kept, scores, missing, monitor.summary(1, true, Double.NaN));
  }
}
