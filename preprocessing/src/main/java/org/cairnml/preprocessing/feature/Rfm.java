package org.cairnml.preprocessing.feature;

import java.time.LocalDateTime;
import java.util.Arrays;
import org.cairnml.data.Table;

/**
 * Scores customers by how lately, how often and for how much they bought. The fifths of each are
 * learned from the purchases of one table; the model scores the customers of any.
 *
 * <pre>{@code
 * var customers = new Rfm("customer", "date", "amount").fit(sales).score(sales);
 * }</pre>
 *
 * @param customer the column that tells whose purchase a row is
 * @param time the column of the time of the purchase
 * @param amount the column of what was paid
 */
public record Rfm(String customer, String time, String amount) {

  /**
   * Learns the fifths, as of a day after the last purchase.
   *
   * @throws org.cairnml.base.DataException if a column is absent, of another kind, lacks a value,
   *     or there are no purchases
   */
  public RfmModel fit(Table purchases) {
    return fit(purchases, Purchases.of(purchases, this).dayAfter());
  }

  /**
   * Learns the fifths as of a time.
   *
   * @param asOf when recency is counted from; no purchase may be later
   * @throws org.cairnml.base.DataException as {@link #fit(Table)}
   */
  public RfmModel fit(Table purchases, LocalDateTime asOf) {
    Purchases read = Purchases.of(purchases, this);
    double[][] sorted = {read.recency(asOf), read.frequency(), read.monetary()};
    for (double[] values : sorted) {
      Arrays.sort(values);
    }
    return new RfmModel(this, sorted);
  }
}
