package org.cairnml.preprocessing.select;

import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;

/** How {@link SelectKBest} judges a numeric column by the target alone; more is better. */
public enum Score {
  /**
   * The F statistic: of the analysis of variance between classes, or, for a numeric target, of the
   * regression on the column.
   */
  F {
    @Override
    double of(Dataset data, int j) {
      return data.hasLabels() ? betweenClasses(data, j) : ofRegression(data, j);
    }
  },
  /**
   * The chi-squared statistic of sums by class against equal shares; values must not be below 0.
   */
  CHI_SQUARED {
    @Override
    double of(Dataset data, int j) {
      return chiSquared(data, j);
    }
  },
  /**
   * The mutual information with the class or the number, in nats, estimated from the 3 nearest
   * neighbours; it also sees what is not linear. Weights do not count.
   */
  MUTUAL_INFORMATION {
    @Override
    double of(Dataset data, int j) {
      double[] values = data.column(j);
      return data.hasLabels()
          ? MutualInformation.ofClasses(values, data.labels().codes())
          : MutualInformation.ofNumbers(values, data.target());
    }
  };

  /** The score of column {@code j}; NaN if it is constant. */
  abstract double of(Dataset data, int j);

  private static double betweenClasses(Dataset data, int j) {
    int[] codes = data.labels().codes();
    double[] values = data.column(j);
    double[] totals = new double[data.labels().classes().size()];
    double[] means = new double[totals.length];
    double total = 0;
    double mean = 0;
    for (int i = 0; i < codes.length; i++) {
      double w = data.weight(i);
      double value = values[i];
      total += w;
      mean += w == 0 ? 0 : w / total * (value - mean);
      totals[codes[i]] += w;
      means[codes[i]] += w == 0 ? 0 : w / totals[codes[i]] * (value - means[codes[i]]);
    }
    double within = 0;
    for (int i = 0; i < codes.length; i++) {
      double distance = values[i] - means[codes[i]];
      within += data.weight(i) * distance * distance;
    }
    double between = 0;
    int present = 0;
    for (int k = 0; k < totals.length; k++) {
      between += totals[k] * (means[k] - mean) * (means[k] - mean);
      present += totals[k] > 0 ? 1 : 0;
    }
    if (present < 2) {
      throw new DataException(
          "the labels are of one class in all rows, so no column can tell classes apart; at least"
              + " two are needed");
    }
    return between / (present - 1) / (within / (total - present));
  }

  private static double ofRegression(Dataset data, int j) {
    double[] target = data.target();
    double[] values = data.column(j);
    double total = 0;
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < target.length; i++) {
      double w = data.weight(i);
      total += w;
      meanX += w == 0 ? 0 : w / total * (values[i] - meanX);
      meanY += w == 0 ? 0 : w / total * (target[i] - meanY);
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < target.length; i++) {
      double w = data.weight(i);
      double x = values[i] - meanX;
      double y = target[i] - meanY;
      xx += w * x * x;
      yy += w * y * y;
      xy += w * x * y;
    }
    double correlation = xy / (Math.sqrt(xx) * Math.sqrt(yy));
    double square = Math.min(1, correlation * correlation);
    return square / (1 - square) * (total - 2);
  }

  private static double chiSquared(Dataset data, int j) {
    int[] codes = data.labels().codes();
    double[] values = data.column(j);
    double[] sums = new double[data.labels().classes().size()];
    double[] totals = new double[sums.length];
    double sum = 0;
    double total = 0;
    for (int i = 0; i < codes.length; i++) {
      double value = values[i];
      if (value < 0) {
        throw DataException.inRow(
            i,
            "column '"
                + data.schema().name(j)
                + "': the value is "
                + value
                + ", but the chi-squared score needs counts or other values of at least 0; take"
                + " the F score, or scale the column by MinMaxScaler",
            null);
      }
      sums[codes[i]] += data.weight(i) * value;
      totals[codes[i]] += data.weight(i);
      sum += data.weight(i) * value;
      total += data.weight(i);
    }
    double statistic = 0;
    for (int k = 0; k < sums.length; k++) {
      double expected = sum * (totals[k] / total);
      statistic += totals[k] == 0 ? 0 : (sums[k] - expected) * (sums[k] - expected) / expected;
    }
    return statistic;
  }
}
