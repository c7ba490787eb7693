package org.cairnml.preprocessing.outlier;

import java.util.Arrays;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;
import org.cairnml.preprocessing.column.ColumnValues;

/**
 * Learns, for every numeric column, bounds beyond which a value is an outlier, and holds values to
 * them or flags those outside; {@link #remove} drops the rows instead.
 *
 * <p>NaN is left out when learning, is no outlier and stays NaN; category columns pass through
 * unchanged.
 *
 * @param rule what the bounds are made of
 * @param factor how many times the rule's spread a value may lie away
 * @param action what happens to outliers
 */
@Summary("Holds numeric columns to bounds learned by IQR, z-score or MAD, or flags outliers")
public record OutlierBounds(
    @Param("What the bounds are made of") OutlierRule rule,
    @Param(value = "How many spreads a value may lie away", range = "(0, inf)") double factor,
    @Param("What happens to outliers") OutlierAction action)
    implements Transformer<OutlierModel>, HandlesMissing, HandlesCategories, OutlierBoundsParams {

  /** Use {@code new OutlierBounds()} and its {@code with} methods instead. */
  public OutlierBounds {
    OutlierBoundsParams.check(rule, factor, action);
  }

  /** Holds values to 1.5 interquartile ranges around the quartiles. */
  public OutlierBounds() {
    this(OutlierRule.IQR, 1.5, OutlierAction.WINSORIZE);
  }

  /**
   * Drops the rows of a table with an outlier in any of these columns. The bounds are learned from
   * the table itself, so give training rows only.
   *
   * @param columns numeric ones; all numeric columns of the table if none is named
   * @throws org.cairnml.base.DataException if there is no such column, or it is not numeric
   */
  public WithoutOutliers remove(Table table, String... columns) {
    String[] names = columns.length > 0 ? columns : numeric(table);
    Matrix x = table.toMatrix(names);
    OutlierModel model = fit(Dataset.of(x, Schema.numeric(names)));
    Table kept = table.filter(i -> !model.isOutlier(x.row(i).toArray()));
    return new WithoutOutliers(kept, table.rows() - kept.rows());
  }

  private static String[] numeric(Table table) {
    return table.columns().stream()
        .filter(column -> column.kind() == Column.Kind.NUMERIC)
        .map(Column::name)
        .toArray(String[]::new);
  }

  @Override
  public OutlierModel fit(Dataset data, FitOptions options) {
    data.checkDense(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("outlier-bounds", 1);
    double[] low = new double[data.cols()];
    double[] high = new double[data.cols()];
    Arrays.fill(low, Double.NEGATIVE_INFINITY);
    Arrays.fill(high, Double.POSITIVE_INFINITY);
    options
        .workers()
        .run(
            data.cols(),
            j -> {
              ColumnValues values = ColumnValues.of(data, j);
              if (!data.schema().get(j).isCategory() && !values.isEmpty()) {
                double[] bounds = rule.bounds(values, factor);
                low[j] = bounds[0];
                high[j] = bounds[1];
              }
            });
    monitor.step(Double.NaN);
    return new OutlierModel(data.schema(), low, high, action, monitor.summary(1, true, Double.NaN));
  }
}
