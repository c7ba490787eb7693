package org.cairnml.preprocessing.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.TransformModel;

/** Puts a fixed value in the place of NaN, column by column. */
public final class SimpleImputerModel implements TransformModel {

  private final Schema schema;
  private final Schema output;
  private final List<Filling> fillings;
  private final int[] columns;
  private final double[] values;
  private final int[] indicated;
  private final boolean indicator;
  private final FitSummary summary;

  SimpleImputerModel(Schema schema, List<Filling> fillings, boolean indicator, FitSummary summary) {
    this.schema = schema;
    this.fillings = List.copyOf(fillings);
    this.indicator = indicator;
    this.summary = summary;
    columns = fillings.stream().mapToInt(Filling::column).toArray();
    values = fillings.stream().mapToDouble(Filling::value).toArray();
    indicated =
        fillings.stream()
            .filter(f -> indicator && f.anyMissing())
            .mapToInt(Filling::column)
            .toArray();
    List<Feature> features = new ArrayList<>(fillings.stream().map(Filling::output).toList());
    for (int column : indicated) {
      features.add(Feature.numeric(schema.name(column) + " missing"));
    }
    output = new Schema(features);
  }

  /** What stands in for NaN in each column of the input (d values); NaN for a dropped column. */
  public double[] values() {
    double[] all = new double[schema.width()];
    Arrays.fill(all, Double.NaN);
    for (int k = 0; k < columns.length; k++) {
      all[columns[k]] = values[k];
    }
    return all;
  }

  /** The names of the columns that were dropped since they had no value to learn from. */
  public List<String> dropped() {
    List<String> dropped = new ArrayList<>(schema.names());
    fillings.forEach(f -> dropped.remove(schema.name(f.column())));
    return List.copyOf(dropped);
  }

  /** The fillings, for the codec. */
  List<Filling> fillings() {
    return fillings;
  }

  /** Whether indicator columns are added, for the codec. */
  boolean hasIndicator() {
    return indicator;
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema.check(row, Missing.ALLOWED);
    for (int k = 0; k < columns.length; k++) {
      double value = row[columns[k]];
      out[k] = Double.isNaN(value) ? values[k] : value;
    }
    for (int k = 0; k < indicated.length; k++) {
      out[columns.length + k] = Double.isNaN(row[indicated[k]]) ? 1 : 0;
    }
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Schema output() {
    return output;
  }

  @Override
  public FitSummary summary() {
    return summary;
  }

  @Override
  public String toString() {
    return "SimpleImputerModel[" + schema.width() + " to " + output.width() + " columns]";
  }
}
