package org.cairnml.preprocessing.scale;

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
 * Gives every numeric column a uniform or normal distribution by its ranks: a value becomes the
 * share of training values below it, interpolated between {@code quantiles} landmarks, and then,
 * for a normal shape, the normal quantile of that share. Outliers end at the borders.
 *
 * <p>The defaults are those of scikit-learn, which takes a random subsample of large data where
 * this learns from all rows. NaN is left out when learning and stays NaN; category columns and
 * columns without any value pass through unchanged.
 *
 * @param quantiles how many landmarks, at most one a row
 * @param shape the distribution to aim at
 */
@Summary("Gives numeric columns a uniform or normal distribution by their ranks")
public record QuantileTransformer(
    @Param(value = "How many landmarks, at most one a row", range = "[2, 1000000]") int quantiles,
    @Param("The distribution to aim at") Shape shape)
    implements Transformer<QuantileModel>,
        HandlesMissing,
        HandlesCategories,
        QuantileTransformerParams {

  /** Use {@code new QuantileTransformer()} and its {@code with} methods instead. */
  public QuantileTransformer {
    QuantileTransformerParams.check(quantiles, shape);
  }

  /** 1000 landmarks, uniform. */
  public QuantileTransformer() {
    this(1000, Shape.UNIFORM);
  }

  @Override
  public QuantileModel fit(Dataset data, FitOptions options) {
    data.checkDense(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("quantile-transformer", 1);
    int count = Math.max(2, Math.min(quantiles, data.rows()));
    List<double[]> landmarks = options.workers().map(data.cols(), j -> landmarks(data, j, count));
    monitor.step(Double.NaN);
    return new QuantileModel(data.schema(), landmarks, shape, monitor.summary(1, true, Double.NaN));
  }

  /** Ascending landmarks, none for a column that passes through. */
  private static double[] landmarks(Dataset data, int j, int count) {
    ColumnValues values = ColumnValues.of(data, j);
    if (data.schema().get(j).isCategory() || values.isEmpty()) {
      return new double[0];
    }
    double[] landmarks = new double[count];
    for (int k = 0; k < count; k++) {
      landmarks[k] = values.quantile(QuantileModel.share(k, count));
      if (k > 0) {
        landmarks[k] = Math.max(landmarks[k], landmarks[k - 1]);
      }
    }
    return landmarks;
  }
}
