package org.cairnml.preprocessing.scale;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.cairnml.base.FormatException;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.InvertibleTransformModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** Maps numeric columns to their ranks in training, as shares or normal quantiles. */
public final class QuantileModel extends FittedTransform implements InvertibleTransformModel {
  // Where landmarks are equal, a value at them has a range of shares. Its share is the mean of the
  // two ends: one interpolation takes the last of equal landmarks, the other the first.

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Shares nearer to 0 or 1 than this have no finite normal quantile worth telling apart. */
  private static final double BORDER = 1e-7;

  private static final double LEAST = NORMAL.inverseCumulativeProbability(BORDER - Math.ulp(1.0));

  private final double[][] landmarks;
  private final Shape shape;

  QuantileModel(Schema schema, List<double[]> landmarks, Shape shape, FitSummary summary) {
    super(schema, schema, summary);
    if (landmarks.size() != schema.width()) {
      throw new FormatException(
          landmarks.size() + " lists of landmarks for " + schema.width() + " columns");
    }
    this.landmarks = landmarks.toArray(double[][]::new);
    this.shape = shape;
  }

  /** The share that belongs to landmark {@code k} of {@code count}. */
  static double share(int k, int count) {
    return k / (count - 1.0);
  }

  /** The landmarks of a column, ascending (a copy); none if it passes through. */
  public double[] landmarks(int column) {
    return landmarks[column].clone();
  }

  /** The distribution that was aimed at. */
  public Shape shape() {
    return shape;
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.ALLOWED);
    for (int j = 0; j < landmarks.length; j++) {
      boolean unchanged = Double.isNaN(row[j]) || landmarks[j].length == 0;
      out[j] = unchanged ? row[j] : transform(row[j], landmarks[j]);
    }
  }

  private double transform(double value, double[] marks) {
    double border = shape == Shape.NORMAL ? BORDER : 0;
    double share = 0.5 * (shareFromBelow(value, marks) + shareFromAbove(value, marks));
    if (value + border > marks[marks.length - 1]
        || border == 0 && value == marks[marks.length - 1]) {
      share = 1;
    }
    if (value - border < marks[0] || border == 0 && value == marks[0]) {
      share = 0;
    }
    if (shape == Shape.UNIFORM) {
      return share;
    }
    double normal = NORMAL.inverseCumulativeProbability(share);
    return Math.max(LEAST, Math.min(-LEAST, normal));
  }

  /** Interpolates after the last landmark that is not greater. */
  private static double shareFromBelow(double value, double[] marks) {
    int low = 0;
    int high = marks.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marks[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int k = low - 1;
    if (k < 0 || k == marks.length - 1) {
      return k < 0 ? 0 : 1;
    }
    double part = part(value, marks[k], marks[k + 1]);
    return (k + part) / (marks.length - 1);
  }

  /** How much of the way from one landmark to another a value is; halves where it overflows. */
  private static double part(double value, double from, double to) {
    double part = (value - from) / (to - from);
    return Double.isInfinite(to - from) ? (value / 2 - from / 2) / (to / 2 - from / 2) : part;
  }

  /** Interpolates before the first landmark that is not less. */
  private static double shareFromAbove(double value, double[] marks) {
    int low = 0;
    int high = marks.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marks[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0 || low == marks.length) {
      return low == 0 ? 0 : 1;
    }
    double part = part(value, marks[low], marks[low - 1]);
    return (low - part) / (marks.length - 1);
  }

  @Override
  public void inverseInto(double[] transformed, double[] out) {
    schema().check(transformed, Missing.ALLOWED);
    for (int j = 0; j < landmarks.length; j++) {
      boolean unchanged = Double.isNaN(transformed[j]) || landmarks[j].length == 0;
      out[j] = unchanged ? transformed[j] : inverse(transformed[j], landmarks[j]);
    }
  }

  private double inverse(double value, double[] marks) {
    double share = shape == Shape.UNIFORM ? value : NORMAL.cumulativeProbability(value);
    if (shape == Shape.NORMAL && Math.min(share, 1 - share) < BORDER) {
      share = Math.rint(share);
    }
    double place = Math.max(0, Math.min(1, share)) * (marks.length - 1);
    int k = Math.min((int) place, marks.length - 2);
    double part = place - k;
    return marks[k] == marks[k + 1] ? marks[k] : marks[k] * (1 - part) + marks[k + 1] * part;
  }

  @Override
  public String toString() {
    return "QuantileModel[" + landmarks.length + " columns, " + shape + "]";
  }
}
