package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.TransformModel;
import org.cairnml.linalg.Matrix;

/** Multiplies columns of each row: {@code a*b}, {@code a^2}; then come the category columns. */
public final class PolynomialModel implements TransformModel {

  private final Schema schema;
  private final Schema output;
  private final int[][] terms;
  private final int[] categories;
  private final FitSummary summary;

  /**
   * Keeps its arguments.
   *
   * @param terms for each product the columns that are its factors, ascending; none for 1
   */
  PolynomialModel(Schema schema, List<int[]> terms, FitSummary summary) {
    this.schema = schema;
    this.terms = terms.toArray(int[][]::new);
    this.summary = summary;
    categories =
        IntStream.range(0, schema.width()).filter(j -> schema.get(j).isCategory()).toArray();
    List<Feature> features = new ArrayList<>();
    for (int[] term : terms) {
      features.add(Feature.numeric(name(term)));
    }
    IntStream.of(categories).forEach(j -> features.add(schema.get(j)));
    output = new Schema(features);
  }

  private String name(int[] term) {
    StringJoiner name = new StringJoiner("*").setEmptyValue("1");
    for (int start = 0; start < term.length; ) {
      int end = start;
      while (end < term.length && term[end] == term[start]) {
        end++;
      }
      String power = end - start == 1 ? "" : "^" + (end - start);
      name.add(schema.name(term[start]) + power);
      start = end;
    }
    return name.toString();
  }

  /** For the codec. */
  List<int[]> terms() {
    return List.of(terms);
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema.check(row, Missing.REFUSED);
    requireFinite(multiply(row, out), "");
  }

  /**
   * Writes the transformed row.
   *
   * @return the first product that overflows, -1 if none does
   */
  private int multiply(double[] row, double[] out) {
    int overflow = -1;
    for (int t = 0; t < terms.length; t++) {
      double product = 1;
      for (int column : terms[t]) {
        product *= row[column];
      }
      out[t] = product;
      if (overflow < 0 && !Double.isFinite(product)) {
        overflow = t;
      }
    }
    for (int k = 0; k < categories.length; k++) {
      out[terms.length + k] = row[categories[k]];
    }
    return overflow;
  }

  private void requireFinite(int overflow, String place) {
    if (overflow >= 0) {
      throw new DataException(
          place
              + "column '"
              + output.name(overflow)
              + "': the product is too large for a number; scale its columns first, by"
              + " StandardScaler for instance");
    }
  }

  /**
   * Refuses rows of which a product overflows.
   *
   * @throws DataException that names row, product and cure
   */
  void requireFinite(Matrix x) {
    double[] row = new double[schema.width()];
    double[] out = new double[output.width()];
    for (int i = 0; i < x.rows(); i++) {
      x.rowInto(i, row);
      requireFinite(multiply(row, out), "row " + i + ", ");
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
    return "PolynomialModel[" + schema.width() + " to " + output.width() + " columns]";
  }
}
