package org.cairnml.preprocessing.impute;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** Puts a fixed value in the place of NaN, column by column. */
public final class SimpleImputerModel extends FittedTransform {

  private final Fillings fillings;
  private final int[] columns;
  private final double[] values;

  SimpleImputerModel(Schema schema, Fillings fillings, FitSummary summary) {
    super(schema, fillings.output(schema), summary);
    this.fillings = fillings;
    columns = fillings.all().stream().mapToInt(Filling::column).toArray();
    values = fillings.all().stream().mapToDouble(Filling::value).toArray();
  }

  /** What stands in for NaN in each column of the input (d values); NaN for a dropped column. */
  public double[] values() {
    double[] all = new double[schema().width()];
    Arrays.fill(all, Double.NaN);
    for (int k = 0; k < columns.length; k++) {
      all[columns[k]] = values[k];
    }
    return all;
  }

  /** The names of the columns that were dropped since they had no value to learn from. */
  public List<String> dropped() {
    return fillings.dropped(schema());
  }

  /** For the codec. */
  Fillings fillings() {
    return fillings;
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.ALLOWED);
    for (int k = 0; k < columns.length; k++) {
      double value = row[columns[k]];
      out[k] = Double.isNaN(value) ? values[k] : value;
    }
    fillings.indicate(row, out);
  }
}
