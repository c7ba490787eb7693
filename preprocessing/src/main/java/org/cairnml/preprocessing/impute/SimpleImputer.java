package org.cairnml.preprocessing.impute;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;
import org.cairnml.preprocessing.column.ColumnValues;

/**
 * Fills missing values column by column, with a value learned from the column or given.
 *
 * <p>The defaults are those of scikit-learn. A column without any value, which leaves nothing to
 * learn from, is dropped and named in the model's summary, except where the strategy is a constant.
 *
 * @param numeric what stands in for a missing number
 * @param category what stands in for a missing category
 * @param number the number for {@link NumericStrategy#CONSTANT}
 * @param level the level for {@link CategoryStrategy#CONSTANT}
 * @param indicator whether to add, after all other columns, a column {@code "<name> missing"} of 0
 *     and 1 for each column that had missing values in training
 */
@Summary("Fills missing values by mean, median, most frequent value or a constant")
public record SimpleImputer(
    @Param("What stands in for a missing number") NumericStrategy numeric,
    @Param("What stands in for a missing category") CategoryStrategy category,
    @Param(value = "The number for the constant strategy", range = "(-inf, inf)") double number,
    @Param("The level for the constant strategy") String level,
    @Param("Whether to add a column that tells where values were missing") boolean indicator)
    implements Transformer<SimpleImputerModel>,
        HandlesMissing,
        HandlesCategories,
        SimpleImputerParams {

  /** Use {@code new SimpleImputer()} and its {@code with} methods instead. */
  public SimpleImputer {
    SimpleImputerParams.check(numeric, category, number, level, indicator);
  }

  /** Means, most frequent levels; the constants 0 and "missing"; no indicator. */
  public SimpleImputer() {
    this(NumericStrategy.MEAN, CategoryStrategy.MOST_FREQUENT, 0, "missing", false);
  }

  @Override
  public SimpleImputerModel fit(Dataset data, FitOptions options) {
    data.checkDense(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("simple-imputer", 1);
    List<Filling> candidates = options.workers().map(data.cols(), j -> filling(data, j));
    var fillings =
        new Fillings(candidates.stream().filter(f -> !Double.isNaN(f.value())).toList(), indicator);
    monitor.step(Double.NaN);
    return new SimpleImputerModel(
        data.schema(),
        fillings,
        monitor.summary(1, true, Double.NaN, fillings.note(data.schema())));
  }

  private Filling filling(Dataset data, int j) {
    Feature feature = data.schema().get(j);
    ColumnValues present = ColumnValues.of(data, j);
    if (!feature.isCategory()) {
      double value =
          switch (numeric) {
            case MEAN -> present.mean();
            case MEDIAN -> present.median();
            case MOST_FREQUENT -> present.mostFrequent();
            case CONSTANT -> number;
          };
      return new Filling(j, feature, value, present.anyMissing());
    }
    if (category == CategoryStrategy.MOST_FREQUENT) {
      return new Filling(j, feature, present.mostFrequent(), present.anyMissing());
    }
    List<String> levels = new ArrayList<>(feature.levels());
    if (!levels.contains(level)) {
      levels.add(level);
    }
    return new Filling(
        j, Feature.category(feature.name(), levels), levels.indexOf(level), present.anyMissing());
  }
}
