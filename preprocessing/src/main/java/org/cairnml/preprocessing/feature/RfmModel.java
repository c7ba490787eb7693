package org.cairnml.preprocessing.feature;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.data.Column;
import org.cairnml.data.Table;

/** The fifths of recency, frequency and amount of the customers of training. Immutable. */
public final class RfmModel {

  private static final int FIFTHS = 5;

  private final Rfm rfm;
  private final double[][] sorted;

  /**
   * Keeps its arguments.
   *
   * @param sorted recency, frequency and amount of the customers of training, each ascending
   */
  RfmModel(Rfm rfm, double[][] sorted) {
    this.rfm = rfm;
    this.sorted = sorted;
  }

  /** The columns. */
  public Rfm rfm() {
    return rfm;
  }

  /** For the codec. */
  double[][] sorted() {
    return sorted;
  }

  /** Scores the customers as of a day after the last purchase of the table. */
  public Table score(Table purchases) {
    return score(purchases, Purchases.of(purchases, rfm).dayAfter());
  }

  /**
   * A row for each customer: {@code recency} (days), {@code frequency} (purchases), {@code
   * monetary} (their sum), the scores {@code R}, {@code F}, {@code M} from 1 to 5 (the best), and
   * the {@code segment} by R and F. A score is 1 plus five times the share of the customers of
   * training that are strictly worse, rounded down, so that equals have equal scores.
   *
   * @param asOf when recency is counted from
   * @throws org.cairnml.base.DataException as {@link Rfm#fit(Table)}
   */
  public Table score(Table purchases, LocalDateTime asOf) {
    Purchases read = Purchases.of(purchases, rfm);
    double[] recency = read.recency(asOf);
    double[] frequency = read.frequency();
    double[] monetary = read.monetary();
    int[] r = Arrays.stream(recency).mapToInt(days -> fifth(above(days, sorted[0]))).toArray();
    int[] f = Arrays.stream(frequency).mapToInt(n -> fifth(below(n, sorted[1]))).toArray();
    int[] m = Arrays.stream(monetary).mapToInt(sum -> fifth(below(sum, sorted[2]))).toArray();
    List<String> segments =
        IntStream.range(0, r.length).mapToObj(i -> RfmSegment.of(r[i], f[i]).words()).toList();
    return Table.of(
        Column.category(rfm.customer(), read.customers()),
        Column.numeric("recency", recency),
        Column.numeric("frequency", frequency),
        Column.numeric("monetary", monetary),
        Column.numeric("R", r),
        Column.numeric("F", f),
        Column.numeric("M", m),
        Column.category("segment", segments));
  }

  private int fifth(int worse) {
    return Math.min(FIFTHS, 1 + (int) ((long) FIFTHS * worse / sorted[0].length));
  }

  /** How many values are strictly less. */
  private static int below(double value, double[] ascending) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many values are strictly greater. */
  private static int above(double value, double[] ascending) {
    return ascending.length - below(Math.nextUp(value), ascending);
  }

  @Override
  public String toString() {
    return "RfmModel[" + sorted[0].length + " customers]";
  }
}
