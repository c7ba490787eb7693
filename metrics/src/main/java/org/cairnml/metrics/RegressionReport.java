package org.cairnml.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How good predicted numbers are, to print or to read value by value. Immutable.
 *
 * <p>R2 is undefined if all true values are equal: {@code NaN} here, "undefined" in print, null in
 * JSON.
 */
public final class RegressionReport implements Report {

  private final int rows;
  private final Map<String, Double> metrics;

  private RegressionReport(int rows, Map<String, Double> metrics) {
    this.rows = rows;
    this.metrics = Collections.unmodifiableMap(metrics);
  }

  /**
   * Of n true values and n predictions.
   *
   * @throws org.cairnml.base.DataException if there are no rows, not as many predictions, or values
   *     that are not finite
   */
  public static RegressionReport of(double[] truth, double[] predicted) {
    return of(truth, predicted, Weights.ones(truth.length));
  }

  /** The same with a weight for each row. */
  public static RegressionReport of(double[] truth, double[] predicted, double[] weights) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("rmse", Regression.rmse(truth, predicted, weights));
    values.put("mae", Regression.mae(truth, predicted, weights));
    values.put("r2", Regression.r2(truth, predicted, weights));
    return new RegressionReport(truth.length, values);
  }

  /** How many rows were compared. */
  public int rows() {
    return rows;
  }

  /** The metrics by name, in this order: rmse, mae, r2. An undefined one is {@code NaN}. */
  @Override
  public Map<String, Double> metrics() {
    return metrics;
  }

  /** {@link #metrics} as one JSON object; an undefined one is null. */
  @Override
  public String toJson() {
    return Json.of(metrics);
  }

  /** The metrics, one a line. */
  @Override
  public String toString() {
    var table = new TextTable("rows");
    table.column(Integer.toString(rows));
    table.row("RMSE", List.of(TextTable.number(metrics.get("rmse"))));
    table.row("MAE", List.of(TextTable.number(metrics.get("mae"))));
    table.row("R2", List.of(TextTable.score(metrics.get("r2"))));
    return table.toString();
  }
}
