package org.cairnml.preprocessing.impute;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.TransformModel;
import org.cairnml.linalg.Matrix;

/**
 * Fills missing numbers from the nearest training rows, which it holds. A row without missing
 * values costs nothing and no allocation; one with some is compared with all training rows.
 */
public final class KNNImputerModel implements TransformModel {

  private final Schema schema;
  private final Schema output;
  private final List<Filling> fillings;
  private final int[] numbers;
  private final Donors donors;
  private final int neighbors;
  private final NeighborWeights weights;
  private final boolean indicator;
  private final int[] indicated;
  private final FitSummary summary;

  KNNImputerModel(
      Schema schema,
      List<Filling> fillings,
      Donors donors,
      int neighbors,
      NeighborWeights weights,
      boolean indicator,
      FitSummary summary) {
    this.schema = schema;
    this.fillings = List.copyOf(fillings);
    this.neighbors = neighbors;
    this.weights = weights;
    this.indicator = indicator;
    this.summary = summary;
    this.donors = donors;
    numbers = numbers(fillings);
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

  /** The columns that are compared and filled. */
  static int[] numbers(List<Filling> fillings) {
    return fillings.stream()
        .filter(f -> !f.output().isCategory())
        .mapToInt(Filling::column)
        .toArray();
  }

  /** For the codec. */
  List<Filling> fillings() {
    return fillings;
  }

  /** The training rows, only the columns that are compared and filled (n x numeric columns). */
  public Matrix donors() {
    return donors.toMatrix();
  }

  /** How many rows are averaged. */
  public int neighbors() {
    return neighbors;
  }

  /** How much each counts. */
  public NeighborWeights weights() {
    return weights;
  }

  /** For the codec. */
  boolean hasIndicator() {
    return indicator;
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema.check(row, Missing.ALLOWED);
    boolean anyMissing = false;
    for (int k = 0; k < fillings.size(); k++) {
      Filling filling = fillings.get(k);
      out[k] = row[filling.column()];
      anyMissing |= Double.isNaN(out[k]) && !filling.output().isCategory();
    }
    for (int k = 0; k < indicated.length; k++) {
      out[fillings.size() + k] = Double.isNaN(row[indicated[k]]) ? 1 : 0;
    }
    if (anyMissing) {
      fill(row, out);
    }
  }

  private void fill(double[] row, double[] out) {
    double[] compared = new double[numbers.length];
    Nearest[] nearest = new Nearest[numbers.length];
    for (int k = 0; k < numbers.length; k++) {
      compared[k] = row[numbers[k]];
      nearest[k] =
          Double.isNaN(compared[k]) ? new Nearest(Math.min(neighbors, donors.rows())) : null;
    }
    donors.offer(compared, nearest);
    int number = 0;
    for (int k = 0; k < fillings.size(); k++) {
      if (!fillings.get(k).output().isCategory()) {
        Nearest found = nearest[number++];
        if (found != null) {
          out[k] = found.isEmpty() ? fillings.get(k).value() : found.mean(weights);
        }
      }
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
    return "KNNImputerModel["
        + schema.width()
        + " to "
        + output.width()
        + " columns, "
        + neighbors
        + " neighbors]";
  }
}
