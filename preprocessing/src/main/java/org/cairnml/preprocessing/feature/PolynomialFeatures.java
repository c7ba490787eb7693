package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;

/**
 * All products of up to {@code degree} numeric columns, by rising degree and then in the order of
 * the columns: of a and b, with degree 2, {@code 1, a, b, a^2, a*b, b^2}. The defaults are those of
 * scikit-learn.
 *
 * <p>Category columns follow the products unchanged. A product too large for a double is refused by
 * its name.
 *
 * @param degree the largest number of factors
 * @param products whether a column may be its own factor
 * @param bias whether the first column is 1 in every row
 */
@Summary("Makes products and powers of numeric columns")
public record PolynomialFeatures(
    @Param(value = "The largest number of factors", range = "[1, 10]") int degree,
    @Param("Whether a column may be its own factor") Products products,
    @Param("Whether the first column is 1 in every row") boolean bias)
    implements Transformer<PolynomialModel>, HandlesCategories, PolynomialFeaturesParams {

  private static final int MOST_COLUMNS = 1_000_000;

  /** Use {@code new PolynomialFeatures()} and its {@code with} methods instead. */
  public PolynomialFeatures {
    PolynomialFeaturesParams.check(degree, products, bias);
  }

  /** Degree 2, all products, with bias. */
  public PolynomialFeatures() {
    this(2, Products.ALL, true);
  }

  @Override
  public PolynomialModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor = options.monitor("polynomial-features", 1);
    int[] numeric =
        IntStream.range(0, data.cols()).filter(j -> !data.schema().get(j).isCategory()).toArray();
    List<int[]> terms = new ArrayList<>();
    List<int[]> last = List.of(new int[0]);
    if (bias) {
      terms.addAll(last);
    }
    for (int d = 0; d < degree; d++) {
      last = extended(last, numeric, terms.size());
      terms.addAll(last);
    }
    monitor.step(Double.NaN);
    var model = new PolynomialModel(data.schema(), terms, monitor.summary(1, true, Double.NaN));
    model.requireFinite(data.x());
    return model;
  }

  /** Every term times every column that does not stand before its last factor. */
  private List<int[]> extended(List<int[]> terms, int[] columns, int before) {
    List<int[]> longer = new ArrayList<>();
    for (int[] term : terms) {
      int last = term.length == 0 ? -1 : term[term.length - 1];
      for (int column : columns) {
        if (column > last || column == last && products == Products.ALL) {
          int[] next = Arrays.copyOf(term, term.length + 1);
          next[term.length] = column;
          longer.add(next);
        }
      }
      if (before + longer.size() > MOST_COLUMNS) {
        throw new DataException(
            columns.length
                + " numeric columns make more than "
                + MOST_COLUMNS
                + " products of degree "
                + degree
                + "; lower the degree or choose fewer columns");
      }
    }
    return longer;
  }
}
