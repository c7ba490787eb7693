package org.cairnml.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;

/**
 * The columns of a feature matrix: names and kinds.
 *
 * @param features one a column, in order
 */
public record Schema(List<Feature> features) {

  private static final int ROWS_PER_PART = 4096;

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
    Workers.standard()
        .ranges(
            x.rows(),
            ROWS_PER_PART,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                if (!isFinite(x.data(), x.offset() + i * x.stride(), x.cols())) {
                  checkRow(x, i, missing);
                }
              }
            });
  }

  /** Whether all are: differences with themselves are then 0, and so is their sum. */
  private static boolean isFinite(double[] data, int from, int count) {
    double even = 0;
    double odd = 0;
    for (int j = from; j + 1 < from + count; j += 2) {
      even += data[j] - data[j];
      odd += data[j + 1] - data[j + 1];
    }
    double last = count == 0 ? 0 : data[from + count - 1];
    return even + odd + (last - last) == 0;
  }

  private void checkRow(Matrix x, int i, Missing missing) {
    for (int j = 0; j < x.cols(); j++) {
      double value = x.get(i, j);
      if (!Double.isFinite(value) && !(Double.isNaN(value) && missing == Missing.ALLOWED)) {
        throw DataException.inRow(i, notFinite(j, value), null);
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
          throw DataException.inRow(i, notFinite(x.column(p), value), null);
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
        throw new DataException(notFinite(j, row[j]));
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

  private String notFinite(int j, double value) {
    return "column '"
        + name(j)
        + "': the value is "
        + (Double.isNaN(value)
            ? "missing (NaN), which this learner cannot use; impute it or remove the row, or take a"
                + " learner that uses missing values, such as trees"
            : value + "; infinite values cannot be used, replace them by a finite number or NaN");
  }
}
