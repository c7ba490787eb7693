package org.cairnml.preprocessing.impute;

import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;

/**
 * Fills missing numbers from the nearest training rows, which it holds. A row without missing
 * values costs nothing and no allocation; one with some is compared with all training rows.
 */
public final class KNNImputerModel extends FittedTransform {

  private final Fillings fillings;
  private final int[] numbers;
  private final Donors donors;
  private final int neighbors;
  private final NeighborWeights weights;

  KNNImputerModel(
      Schema schema,
      Fillings fillings,
      Donors donors,
      int neighbors,
      NeighborWeights weights,
      FitSummary summary) {
    super(schema, fillings.output(schema), summary);
    this.fillings = fillings;
    this.donors = donors;
    this.neighbors = neighbors;
    this.weights = weights;
    numbers = numbers(fillings);
  }

  /** The columns that are compared and filled. */
  static int[] numbers(Fillings fillings) {
    return fillings.all().stream()
        .filter(f -> !f.output().isCategory())
        .mapToInt(Filling::column)
        .toArray();
  }

  /** For the codec. */
  Fillings fillings() {
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

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.ALLOWED);
    boolean anyMissing = false;
    for (int k = 0; k < fillings.size(); k++) {
      Filling filling = fillings.all().get(k);
      out[k] = row[filling.column()];
      anyMissing |= Double.isNaN(out[k]) && !filling.output().isCategory();
    }
    fillings.indicate(row, out);
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
      if (!fillings.all().get(k).output().isCategory()) {
        Nearest found = nearest[number++];
        if (found != null) {
          out[k] = found.isEmpty() ? fillings.all().get(k).value() : found.mean(weights);
        }
      }
    }
  }

  @Override
  public String toString() {
    return "KNNImputerModel["
        + schema().width()
        + " to "
        + output().width()
        + " columns, "
        + neighbors
        + " neighbors]";
  }
}
