package org.cairnml.preprocessing.feature;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;
import org.cairnml.preprocessing.column.ColumnValues;

/**
 * Cuts every numeric column into bins. A value on an edge belongs to the bin above it, values
 * outside the training range to the first or last bin. The defaults are those of scikit-learn,
 * which takes a random subsample of large data where this learns from all rows.
 *
 * <p>Bins narrower than 1e-8 are joined to the next, so a column may have fewer than asked for, and
 * a constant column has one. Category columns pass through unchanged.
 *
 * @param bins how many bins, at most
 * @param strategy where to cut
 * @param encoding what becomes of a bin
 */
@Summary("Cuts numeric columns into bins")
public record KBinsDiscretizer(
    @Param(value = "How many bins, at most", range = "[2, 100000]") int bins,
    @Param("Where to cut") BinStrategy strategy,
    @Param("What becomes of a bin") BinEncoding encoding)
    implements Transformer<BinsModel>, HandlesCategories, KBinsDiscretizerParams {

  private static final double NARROWEST = 1e-8;

  /** Use {@code new KBinsDiscretizer()} and its {@code with} methods instead. */
  public KBinsDiscretizer {
    KBinsDiscretizerParams.check(bins, strategy, encoding);
  }

  /** 5 bins, at quantiles, one-hot. */
  public KBinsDiscretizer() {
    this(5, BinStrategy.QUANTILE, BinEncoding.ONE_HOT);
  }

  @Override
  public BinsModel fit(Dataset data, FitOptions options) {
    data.checkDense(Missing.REFUSED);
    FitMonitor monitor = options.monitor("k-bins-discretizer", 1);
    List<double[]> edges = options.workers().map(data.cols(), j -> edges(data, j));
    monitor.step(Double.NaN);
    return new BinsModel(data.schema(), edges, encoding, monitor.summary(1, true, Double.NaN));
  }

  /** The ends of the bins of a column. */
  private double[] edges(Dataset data, int j) {
    ColumnValues values = ColumnValues.of(data, j);
    double[] whole = {values.min(), values.max()};
    if (data.schema().get(j).isCategory() || values.isEmpty() || whole[0] == whole[1]) {
      return whole;
    }
    double[] edges = strategy.edges(values, bins);
    double[] kept = new double[edges.length];
    int count = 0;
    for (int k = 0; k < edges.length; k++) {
      if (k == 0 || edges[k] - edges[k - 1] > NARROWEST) {
        kept[count++] = edges[k];
      }
    }
    return count < 2 ? whole : Arrays.copyOf(kept, count);
  }
}
