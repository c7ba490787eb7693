package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;

/** Multiplies columns of each row: {@code a*b}, {@code a^2}; then come the category columns. */
public final class PolynomialModel extends FittedTransform {

  private final int[][] terms;
  private final int[] categories;

  /**
   * Keeps its arguments.
   *
   * @param terms for each product the columns that are its factors, ascending; none for 1
   */
  PolynomialModel(Schema schema, List<int[]> terms, FitSummary summary) {
    super(schema, output(schema, terms), summary);
    this.terms = terms.toArray(int[][]::new);
    categories = categories(schema);
  }

  private static int[] categories(Schema schema) {
    return IntStream.range(0, schema.width()).filter(j -> schema.get(j).isCategory()).toArray();
  }

  private static Schema output(Schema schema, List<int[]> terms) {
    List<Feature> features = new ArrayList<>();
    for (int[] term : terms) {
      features.add(Feature.numeric(name(schema, term)));
    }
    IntStream.of(categories(schema)).forEach(j -> features.add(schema.get(j)));
    return new Schema(features);
  }

  private static String name(Schema schema, int[] term) {
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
    schema().check(row, Missing.REFUSED);
    int overflow = multiply(row, out);
    if (overflow >= 0) {
      throw new DataException(overflow(overflow));
    }
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

  private String overflow(int product) {
    return "column '"
        + output().name(product)
        + "': the product is too large for a number; scale its columns first, by StandardScaler"
        + " for instance";
  }

  /**
   * Refuses rows of which a product overflows.
   *
   * @throws DataException that names row, product and cure
   */
  void requireFinite(Matrix x) {
    double[] row = new double[schema().width()];
    double[] out = new double[output().width()];
    for (int i = 0; i < x.rows(); i++) {
      x.rowInto(i, row);
      int overflow = multiply(row, out);
      if (overflow >= 0) {
        throw DataException.inRow(i, overflow(overflow), null);
      }
    }
  }
}
