package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.SparseTransformModel;
import org.cairnml.linalg.SparseBuilder;

/** Turns numbers into the bins that they fall in. */
public final class BinsModel extends FittedTransform implements SparseTransformModel {

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
  public boolean makesZeros() {
    return encoding == BinEncoding.ONE_HOT;
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.REFUSED);
    Arrays.fill(out, 0, output().width(), 0);
    int at = 0;
    for (int j = 0; j < row.length; j++) {
      out[at + place(j, row[j])] = value(j, row[j]);
      at += width(j);
    }
  }

  @Override
  public void transformInto(double[] row, SparseBuilder out) {
    schema().check(row, Missing.REFUSED);
    int at = 0;
    for (int j = 0; j < row.length; j++) {
      out.add(at + place(j, row[j]), value(j, row[j]));
      at += width(j);
    }
  }

  /** How many columns a column becomes. */
  private int width(int j) {
    return isSpread(schema().get(j), encoding) ? cuts[j].length + 1 : 1;
  }

  /** Which of those a value of column {@code j} is told by. */
  private int place(int j, double value) {
    return isSpread(schema().get(j), encoding) ? bin(j, value) : 0;
  }

  /** What stands there. */
  private double value(int j, double value) {
    if (schema().get(j).isCategory()) {
      return value;
    }
    return encoding == BinEncoding.ONE_HOT ? 1 : bin(j, value);
  }

  private int bin(int j, double value) {
    int found = Arrays.binarySearch(cuts[j], value + 0.0);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
