package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.InvertibleTransformModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.SparseTransformModel;
import org.cairnml.linalg.SparseBuilder;

/**
 * Turns numbers into the bins that they fall in.
 *
 * <p>Its inverse gives the middle of the bin, as scikit-learn does: of bins that are told by
 * columns of 0 and 1, the one of the greatest column, and missing if none is above 0.
 */
public final class BinsModel extends FittedTransform
    implements SparseTransformModel, InvertibleTransformModel {

  private final double[][] edges;
  private final double[][] cuts;
  private final BinEncoding encoding;

  /**
   * Keeps its arguments.
   *
   * @param edges for each column the ends of its bins, ascending; the same twice for a single value
   */
  BinsModel(Schema schema, List<double[]> edges, BinEncoding encoding, FitSummary summary) {
    super(schema, output(schema, edges, encoding), summary);
    this.edges = edges.toArray(double[][]::new);
    this.cuts = edges.stream().map(BinsModel::inner).toArray(double[][]::new);
    this.encoding = encoding;
  }

  /** The edges that have a bin on both sides. */
  private static double[] inner(double[] edges) {
    return Arrays.copyOfRange(edges, 1, edges.length - 1);
  }

  private static Schema output(Schema schema, List<double[]> edges, BinEncoding encoding) {
    List<Feature> features = new ArrayList<>();
    for (int j = 0; j < schema.width(); j++) {
      if (isSpread(schema.get(j), encoding)) {
        double[] cuts = inner(edges.get(j));
        for (int bin = 0; bin <= cuts.length; bin++) {
          features.add(Feature.numeric(schema.name(j) + "=" + interval(cuts, bin)));
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

  /** For the codec. */
  double[] edges(int column) {
    return edges[column];
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

  /** {@inheritDoc} Numbers of bins are cut to whole ones; those of no bin are refused. */
  @Override
  public void inverseInto(double[] transformed, double[] out) {
    output().check(transformed, Missing.ALLOWED);
    int at = 0;
    for (int j = 0; j < out.length; j++) {
      if (schema().get(j).isCategory()) {
        out[j] = transformed[at];
      } else {
        out[j] =
            encoding == BinEncoding.ONE_HOT
                ? middle(j, greatest(transformed, at, width(j)))
                : middle(j, transformed[at]);
      }
      at += width(j);
    }
  }

  /** The place of the greatest value above 0 from {@code at} on, NaN if there is none. */
  private static double greatest(double[] values, int at, int count) {
    double greatest = 0;
    double place = Double.NaN;
    for (int k = 0; k < count; k++) {
      if (values[at + k] > greatest) {
        greatest = values[at + k];
        place = k;
      }
    }
    return place;
  }

  private double middle(int j, double bin) {
    if (Double.isNaN(bin)) {
      return bin;
    }
    if (bin <= -1 || bin >= edges[j].length - 1) {
      throw new DataException(
          "column '"
              + schema().name(j)
              + "': "
              + bin
              + " is none of its bins; give 0 to "
              + (edges[j].length - 2)
              + ", or NaN for missing");
    }
    return edges[j][(int) bin] / 2 + edges[j][(int) bin + 1] / 2;
  }
}
