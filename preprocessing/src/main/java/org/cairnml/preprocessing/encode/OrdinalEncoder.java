package org.cairnml.preprocessing.encode;

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
 * Turns category columns into numbers: the index of the level in the schema's order, which for
 * levels that were read from a table is the order of {@link org.cairnml.data.Labels}. Missing
 * values stay missing; numeric columns pass through unchanged.
 *
 * @param unseen the number for a category that is none of the levels
 */
@Summary("The index of its level for each category")
public record OrdinalEncoder(
    @Param(value = "The number for unseen categories", range = "(-inf, inf)") double unseen)
    implements Transformer<OrdinalModel>, HandlesMissing, HandlesCategories, OrdinalEncoderParams {

  /** Use {@code new OrdinalEncoder()} and its {@code with} methods instead. */
  public OrdinalEncoder {
    OrdinalEncoderParams.check(unseen);
  }

  /** -1 for unseen categories. */
  public OrdinalEncoder() {
    this(-1);
  }

  @Override
  public OrdinalModel fit(Dataset data, FitOptions options) {
    data.checkDense(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("ordinal-encoder", 1);
    monitor.step(Double.NaN);
    return new OrdinalModel(data.schema(), unseen, monitor.summary(1, true, Double.NaN));
  }
}
