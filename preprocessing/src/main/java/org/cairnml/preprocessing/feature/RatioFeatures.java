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
 * Adds, after all columns, the ratio of each numeric column to each numeric column after it: of a,
 * b, c these are {@code a/b}, {@code a/c}, {@code b/c}. Missing values make missing ratios; a ratio
 * too large for a double is refused by its name. A pipeline step that names two columns makes the
 * one ratio of them.
 *
 * @param byZero what a division by 0 gives
 */
@Summary("Ratios of numeric columns")
public record RatioFeatures(
    @Param(value = "What a division by 0 gives", range = "(-inf, inf)") double byZero)
    implements Transformer<RatioModel>, HandlesMissing, HandlesCategories, RatioFeaturesParams {

  /** Use {@code new RatioFeatures()} and its {@code with} methods instead. */
  public RatioFeatures {
    RatioFeaturesParams.check(byZero);
  }

  /** A division by 0 gives 0. */
  public RatioFeatures() {
    this(0);
  }

  @Override
  public RatioModel fit(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("ratio-features", 1);
    monitor.step(Double.NaN);
    var model = new RatioModel(data.schema(), byZero, monitor.summary(1, true, Double.NaN));
    model.transform(data.x());
    return model;
  }
}
