package org.cairnml.preprocessing.outlier;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** Bounds of each column, and what becomes of values outside. */
public final class OutlierModel extends FittedTransform {

  private final double[] low;
  private final double[] high;
  private final OutlierAction action;

  /** Keeps its arguments. */
  OutlierModel(
      Schema schema, double[] low, double[] high, OutlierAction action, FitSummary summary) {
    super(schema, action == OutlierAction.FLAG ? flagged(schema) : schema, summary);
    if (low.length != schema.width() || high.length != schema.width()) {
      throw new FormatException("the bounds of outliers do not fit their schema");
    }
    this.low = low;
    this.high = high;
    this.action = action;
  }

  private static Schema flagged(Schema schema) {
    List<Feature> features = new ArrayList<>();
    List<Feature> flags = new ArrayList<>();
    for (int j = 0; j < schema.width(); j++) {
      features.add(schema.get(j));
      if (!schema.get(j).isCategory()) {
        flags.add(Feature.numeric(schema.name(j) + "_outlier"));
      }
    }
    features.addAll(flags);
    return new Schema(features);
  }

  /** The least value of each column that is no outlier (d, a copy). */
  public double[] low() {
    return low.clone();
  }

  /** The greatest value of each column that is no outlier (d, a copy). */
  public double[] high() {
    return high.clone();
  }

  OutlierAction action() {
    return action;
  }

  /** Whether any value of a row (d) is outside of its bounds. */
  public boolean isOutlier(double[] row) {
    schema().check(row, Missing.ALLOWED);
    for (int j = 0; j < low.length; j++) {
      if (isOutside(row, j)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOutside(double[] row, int j) {
    return row[j] < low[j] || row[j] > high[j];
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.ALLOWED);
    int flag = low.length;
    for (int j = 0; j < low.length; j++) {
      boolean category = schema().get(j).isCategory();
      if (action == OutlierAction.FLAG) {
        out[j] = row[j];
        if (!category) {
          out[flag++] = isOutside(row, j) ? 1 : 0;
        }
      } else {
        out[j] = category ? row[j] : Math.min(high[j], Math.max(low[j], row[j]));
      }
    }
  }

  @Override
  public String toString() {
    return "OutlierModel[" + low.length + " columns, " + action + "]";
  }
}
