package org.cairnml.preprocessing.feature;

import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;

/**
 * Puts sine and cosine in the place of each numeric column, so that the end of a cycle is near its
 * beginning: {@code with(new CyclicFeatures().withPeriod(12), "sold month")} for the month that a
 * pipeline makes of a column of times. Missing values stay missing in both; category columns pass
 * through.
 *
 * @param period the length of a cycle, in units of the columns: 24 for hours, 7 for weekdays, 12
 *     for months
 */
@Summary("Sine and cosine of numbers that go round, such as hours")
public record CyclicFeatures(
    @Param(value = "The length of a cycle, in units of the columns", range = "(0, inf)")
        double period)
    implements Transformer<CyclicModel>, HandlesMissing, HandlesCategories, CyclicFeaturesParams {

  /** Use {@code new CyclicFeatures()} and its {@code with} methods instead. */
  public CyclicFeatures {
    CyclicFeaturesParams.check(period);
  }

  /** Cycles of 24, for hours. */
  public CyclicFeatures() {
    this(24);
  }

  @Override
  public CyclicModel fit(Dataset data, FitOptions options) {
    data.checkDense(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("cyclic-features", 1);
    monitor.step(Double.NaN);
    return new CyclicModel(data.schema(), period, monitor.summary(1, true, Double.NaN));
  }
}
