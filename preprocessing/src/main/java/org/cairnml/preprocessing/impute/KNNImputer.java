package org.cairnml.preprocessing.impute;

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
import org.cairnml.preprocessing.column.ColumnValues;

/**
 * Fills each missing number by the mean of that column over the nearest training rows that have it.
 * The distance of two rows is Euclidean over the columns that both have, scaled up to all columns.
 *
 * <p>The defaults are those of scikit-learn. Of rows equally near, the earlier ones are taken. A
 * column without any value is dropped and named in the summary; where no training row shares a
 * column with the row, the mean of the column is taken. Scale the columns first if they are of
 * different units. Category columns pass through and do not count; sample weights are ignored.
 *
 * <p>Source: Troyanskaya et al. 2001, doi:10.1093/bioinformatics/17.6.520. The model holds the
 * training rows; a row takes time proportional to them, and memory that does not depend on them.
 *
 * @param neighbors how many rows are averaged
 * @param weights how much each counts
 * @param indicator whether to add, after all other columns, a column {@code "<name> missing"} of 0
 *     and 1 for each column that had missing values in training
 */
@Summary("Fills missing numbers by the mean of the nearest rows")
public record KNNImputer(
    @Param(value = "How many rows are averaged", range = "[1, inf)") int neighbors,
    @Param("How much each neighbour counts") NeighborWeights weights,
    @Param("Whether to add a column that tells where values were missing") boolean indicator)
    implements Transformer<KNNImputerModel>, HandlesMissing, HandlesCategories, KNNImputerParams {

  /** Use {@code new KNNImputer()} and its {@code with} methods instead. */
  public KNNImputer {
    KNNImputerParams.check(neighbors, weights, indicator);
  }

  /** Five neighbours of equal weight, no indicator. */
  public KNNImputer() {
    this(5, NeighborWeights.UNIFORM, false);
  }

  @Override
  public KNNImputerModel fit(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("knn-imputer", 1);
    Dataset unweighted = Dataset.of(data.x(), data.schema());
    List<Filling> kept = new ArrayList<>();
    for (int j = 0; j < data.cols(); j++) {
      ColumnValues values = ColumnValues.of(unweighted, j);
      boolean category = data.schema().get(j).isCategory();
      if (category || !values.isEmpty()) {
        double mean = category ? Double.NaN : values.mean();
        kept.add(new Filling(j, data.schema().get(j), mean, values.anyMissing()));
      }
    }
    var fillings = new Fillings(kept, indicator);
    monitor.step(Double.NaN);
    return new KNNImputerModel(
        data.schema(),
        fillings,
        new Donors(data.x(), KNNImputerModel.numbers(fillings)),
        neighbors,
        weights,
        monitor.summary(1, true, Double.NaN, fillings.note(data.schema())));
  }
}
