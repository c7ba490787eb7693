package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.TransformModel;

/** Turns numbers into the bins that they fall in. */
public final class BinsModel implements TransformModel {

  private final Schema schema;
  private final Schema output;
  private final double[][] cuts;
  private final BinEncoding encoding;
  private final FitSummary summary;

  /**
   * Keeps its arguments.
   *
   * @param cuts for each column the edges between its bins, ascending
   */
  BinsModel(Schema schema, List<double[]> cuts, BinEncoding encoding, FitSummary summary) {
    this.schema = schema;
    this.cuts = cuts.toArray(double[][]::new);
    this.encoding = encoding;
    this.summary = summary;
    List<Feature> features = new ArrayList<>();
    for (int j = 0; j < schema.width(); j++) {
      if (isSpread(j)) {
        for (int bin = 0; bin <= this.cuts[j].length; bin++) {
          features.add(Feature.numeric(schema.name(j) + "=" + interval(this.cuts[j], bin)));
        }
      } else {
        features.add(schema.get(j));
      }
    }
    output = new Schema(features);
  }

  private boolean isSpread(int j) {
    return encoding == BinEncoding.ONE_HOT && !schema.get(j).isCategory();
  }

  private static String interval(double[] cuts, int bin) {
    if (cuts.length == 0) {
      return "any";
    }
    if (bin == 0) {
      return "<" + cuts[0];
    }
    return bin == cuts.length ? ">=" + cuts[bin - 1] : "[" + cuts[bin - 1] + "," + cuts[bin] + ")";
  }

  /** The edges between the bins of a column, ascending; one fewer than bins (a copy). */
  public double[] cuts(int column) {
    return cuts[column].clone();
  }

  BinEncoding encoding() {
    return encoding;
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema.check(row, Missing.REFUSED);
    int at = 0;
    for (int j = 0; j < row.length; j++) {
      if (schema.get(j).isCategory()) {
        out[at++] = row[j];
        continue;
      }
      int found = Arrays.binarySearch(cuts[j], row[j] + 0.0);
      int bin = found >= 0 ? found + 1 : -found - 1;
      if (isSpread(j)) {
        Arrays.fill(out, at, at + cuts[j].length + 1, 0);
        out[at + bin] = 1;
        at += cuts[j].length + 1;
      } else {
        out[at++] = bin;
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
    return "BinsModel[" + schema.width() + " to " + output.width() + " columns]";
  }
}
