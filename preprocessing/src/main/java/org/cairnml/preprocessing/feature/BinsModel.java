package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** Turns numbers into the bins that they fall in. */
public final class BinsModel extends FittedTransform {

  private final double[][] cuts;
  private final BinEncoding encoding;

  /**
   * Keeps its arguments.
   *
   * @param cuts for each column the edges between its bins, ascending
   */
  BinsModel(Schema schema, List<double[]> cuts, BinEncoding encoding, FitSummary summary) {
    super(schema, output(schema, cuts, encoding), summary);
    this.cuts = cuts.toArray(double[][]::new);
    this.encoding = encoding;
  }

  private static Schema output(Schema schema, List<double[]> cuts, BinEncoding encoding) {
    List<Feature> features = new ArrayList<>();
    for (int j = 0; j < schema.width(); j++) {
      if (isSpread(schema.get(j), encoding)) {
        for (int bin = 0; bin <= cuts.get(j).length; bin++) {
          features.add(Feature.numeric(schema.name(j) + "=" + interval(cuts.get(j), bin)));
        }
      } else {
        features.add(schema.get(j));
      }
    }
    return new Schema(features);
  }

  private static boolean isSpread(Feature feature, BinEncoding encoding) {
    return encoding == BinEncoding.ONE_HOT && !feature.isCategory();
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
    schema().check(row, Missing.REFUSED);
    int at = 0;
    for (int j = 0; j < row.length; j++) {
      if (schema().get(j).isCategory()) {
        out[at++] = row[j];
        continue;
      }
      int found = Arrays.binarySearch(cuts[j], row[j] + 0.0);
      int bin = found >= 0 ? found + 1 : -found - 1;
      if (isSpread(schema().get(j), encoding)) {
        Arrays.fill(out, at, at + cuts[j].length + 1, 0);
        out[at + bin] = 1;
        at += cuts[j].length + 1;
      } else {
        out[at++] = bin;
      }
    }
  }
}
