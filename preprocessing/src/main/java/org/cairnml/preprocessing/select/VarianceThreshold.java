package org.cairnml.preprocessing.select;

import java.util.Arrays;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;
import org.cairnml.preprocessing.column.ColumnValues;

/**
 * Drops numeric columns whose variance (division by n) is not above a threshold: with 0, the
 * constant ones. The default is that of scikit-learn. NaN is left out when learning and stays NaN;
 * category columns are kept.
 *
 * @param threshold the largest variance that is dropped, in squared units of the column
 */
@Summary("Drops numeric columns that hardly vary")
public record VarianceThreshold(
    @Param(value = "The largest variance that is dropped", range = "[0, inf)") double threshold)
    implements Transformer<SelectionModel>,
        HandlesMissing,
        HandlesCategories,
        HandlesSparse,
        VarianceThresholdParams {

  /** Use {@code new VarianceThreshold()} and its {@code with} methods instead. */
  public VarianceThreshold {
    VarianceThresholdParams.check(threshold);
  }

  /** Drops constant columns. */
  public VarianceThreshold() {
    this(0);
  }

  @Override
  public SelectionModel fit(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("variance-threshold", 1);
    double[] variances = new double[data.cols()];
    boolean[] passes = new boolean[data.cols()];
    Arrays.fill(variances, Double.NaN);
    options
        .workers()
        .run(
            data.cols(),
            j -> {
              boolean category = data.schema().get(j).isCategory();
              if (!category) {
                variances[j] = ColumnValues.of(data, j).variance();
              }
              passes[j] = category || variances[j] > threshold;
            });
    int[] kept = SelectionModel.where(passes);
    if (kept.length == 0) {
      throw new DataException(
          "no column has a variance above "
              + threshold
              + ": "
              + data.schema().names()
              + "; lower the threshold, or add columns that vary");
    }
    monitor.step(Double.NaN);
    return new SelectionModel(
        data.schema(), kept, variances, Missing.ALLOWED, monitor.summary(1, true, Double.NaN));
  }
}
