package org.cairnml.preprocessing.encode;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;
import org.cairnml.linalg.Matrix;

/**
 * Turns category columns into numbers: how frequent the level was in training. Missing values have
 * a frequency like a level; a category that was not seen has 0. Numeric columns pass through.
 *
 * @param unit whether the number is a share of all rows or a count
 */
@Summary("The frequency of its level in training for each category")
public record FrequencyEncoder(@Param("A share of all rows, or a count") Unit unit)
    implements Transformer<LevelValueModel>,
        HandlesMissing,
        HandlesCategories,
        FrequencyEncoderParams {

  /** What a frequency is. */
  public enum Unit {
    /** The share of the weight of all rows. */
    SHARE,
    /** The sum of the weights of the rows. */
    COUNT
  }

  /** Use {@code new FrequencyEncoder()} and its {@code with} methods instead. */
  public FrequencyEncoder {
    FrequencyEncoderParams.check(unit);
  }

  /** Shares. */
  public FrequencyEncoder() {
    this(Unit.SHARE);
  }

  @Override
  public LevelValueModel fit(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("frequency-encoder", 1);
    double total = 0;
    for (int i = 0; i < data.rows(); i++) {
      total += data.weight(i);
    }
    List<Matrix> values = new ArrayList<>();
    for (int j = 0; j < data.cols(); j++) {
      if (data.schema().get(j).isCategory()) {
        Matrix counts = LevelCounts.of(data, j);
        values.add(unit == Unit.SHARE ? counts.times(1 / total) : counts);
      }
    }
    monitor.step(Double.NaN);
    return new LevelValueModel(
        data.schema(), List.of(""), values, monitor.summary(1, true, Double.NaN));
  }
}
