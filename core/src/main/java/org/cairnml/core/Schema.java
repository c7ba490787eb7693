package org.cairnml.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;

/**
 * The columns of a feature matrix: names and kinds.
 *
 * @param features one a column, in order
 */
public record Schema(List<Feature> features) {

  /** What a learner or model does with NaN, the missing value. */
  public enum Missing {
    /** NaN has a meaning. */
    ALLOWED,
    /** NaN is an error. */
    REFUSED
  }

  /** Keeps its own copy. */
  public Schema {
    features = List.copyOf(features);
  }

  /** Numeric columns named {@code x0, x1, ...}. */
  public static Schema numeric(int width) {
    List<Feature> features = new ArrayList<>(width);
    for (int j = 0; j < width; j++) {
      features.add(Feature.numeric("x" + j));
    }
    return new Schema(features);
  }

  /** Numeric columns with these names. */
  public static Schema numeric(String... names) {
    return new Schema(Arrays.stream(names).map(Feature::numeric).toList());
  }

  /** How many columns. */
  public int width() {
    return features.size();
  }

  /** Column {@code j}. */
  public Feature get(int j) {
    return features.get(j);
  }

  /** The name of column {@code j}. */
  public String name(int j) {
    return features.get(j).name();
  }

  /** All names, in order. */
  public List<String> names() {
    return features.stream().map(Feature::name).toList();
  }

  /**
   * Refuses a matrix of another width, with infinities or, if so asked, with NaN.
   *
   * @throws DataException that names row, column and cure
   */
  public void check(Matrix x, Missing missing) {
    requireWidth(x.cols());
    double[] data = x.data();
    for (int i = 0; i < x.rows(); i++) {
      int start = x.offset() + i * x.stride();
      for (int j = 0; j < x.cols(); j++) {
        double value = data[start + j];
        if (!Double.isFinite(value) && !(Double.isNaN(value) && missing == Missing.ALLOWED)) {
          throw notFinite("row " + i + ", column '" + name(j) + "'", value);
        }
      }
    }
  }

  /**
   * Refuses a sparse matrix of another width, with infinities or, if so asked, with NaN.
   *
   * @throws DataException that names row, column and cure
   */
  public void check(SparseMatrix x, Missing missing) {
    requireWidth(x.cols());
    for (int i = 0; i < x.rows(); i++) {
      for (int p = x.start(i); p < x.start(i + 1); p++) {
        double value = x.value(p);
        if (!Double.isFinite(value) && !(Double.isNaN(value) && missing == Missing.ALLOWED)) {
          throw notFinite("row " + i + ", column '" + name(x.column(p)) + "'", value);
        }
      }
    }
  }

  /**
   * Refuses a row of another width, with infinities or, if so asked, with NaN.
   *
   * @throws DataException that names column and cure
   */
  public void check(double[] row, Missing missing) {
    requireWidth(row.length);
    for (int j = 0; j < row.length; j++) {
      if (!Double.isFinite(row[j]) && !(Double.isNaN(row[j]) && missing == Missing.ALLOWED)) {
        throw notFinite("column '" + name(j) + "'", row[j]);
      }
    }
  }

  /**
   * Refuses another number of columns.
   *
   * @throws DataException that names both numbers
   */
  void requireWidth(int found) {
    if (found != width()) {
      throw new DataException(
          "the data have "
              + found
              + " columns, but the model was fitted on "
              + width()
              + ": "
              + (width() <= 20 ? names() : names().subList(0, 20) + " and more"));
    }
  }

  private static DataException notFinite(String place, double value) {
    return new DataException(
        Double.isNaN(value)
            ? place
                + ": the value is missing (NaN), which this learner cannot use; impute it or"
                + " remove the row, or take a learner that uses missing values, such as trees"
            : place
                + ": the value is "
                + value
                + "; infinite values cannot be used, replace them"
                + " by a finite number or NaN");
  }
}
