package org.cairnml.tree.bins;

import java.util.List;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;

/**
 * The bins of training rows as trees grow on them: one byte a row and column, column after column
 * and once more row after row. Features that exclude each other share a column (see {@link
 * Bundles}). Arrays are shared, not copied: nobody writes to them.
 */
public final class CodeTable {

  private static final int BLOCK_ROWS = 4096;
  private static final long MOST_BYTES = Integer.MAX_VALUE - 64;

  private final Binning binning;
  private final Place[] places;
  private final byte[][] columns;
  private final int[] codes;
  private final byte[] byRow;

  private CodeTable(Binning binning, Place[] places, byte[][] columns, int[] codes, byte[] byRow) {
    this.binning = binning;
    this.places = places;
    this.columns = columns;
    this.codes = codes;
    this.byRow = byRow;
  }

  /**
   * Where the bins of a feature stand.
   *
   * @param column the column that has its codes
   * @param member its codes in that column
   * @param isShared whether the column has codes of other features too
   */
  public record Place(int column, Bundles.Member member, boolean isShared) {

    /** The bin behind a code. */
    public int bin(int code) {
      return isShared ? member.bin(code) : code;
    }

    /** The codes of a set of bins, bit b of which says whether bin b is in it. */
    public long[] codes(long[] bins) {
      return isShared ? member.codes(bins) : bins;
    }
  }

  /**
   * The table of a data set's features, whose bins are decided by {@link Binning#ofAndApply}.
   *
   * @param weights one a row, rows of weight 0 do not count; or null for equal weights
   * @param maxBins at most so many bins a feature, 2 to 255
   */
  public static CodeTable of(Dataset data, double[] weights, int maxBins, Workers workers) {
    return of(Binning.ofAndApply(data.x(), data.schema(), weights, maxBins, workers), workers);
  }

  /** The table of binned features. */
  public static CodeTable of(BinnedData data, Workers workers) {
    List<Bundles.Column> bundles = Bundles.of(data, workers);
    Place[] places = new Place[data.features()];
    byte[][] columns = new byte[bundles.size()][];
    int[] codes = new int[columns.length];
    for (int c = 0; c < columns.length; c++) {
      codes[c] = bundles.get(c).codes();
      for (Bundles.Member member : bundles.get(c).members()) {
        places[member.feature()] = new Place(c, member, bundles.get(c).isShared());
      }
    }
    workers.run(columns.length, c -> columns[c] = bundles.get(c).codes(data));
    return new CodeTable(data.binning(), places, columns, codes, byRow(columns, data, workers));
  }

  private static byte[] byRow(byte[][] columns, BinnedData data, Workers workers) {
    int width = columns.length;
    if ((long) data.rows() * width > MOST_BYTES) {
      return null;
    }
    byte[] all = new byte[data.rows() * width];
    workers.ranges(
        data.rows(),
        BLOCK_ROWS,
        (from, to) -> {
          for (int c = 0; c < width; c++) {
            byte[] column = columns[c];
            for (int i = from; i < to; i++) {
              all[i * width + c] = column[i];
            }
          }
        });
    return all;
  }

  /** d. */
  public int features() {
    return places.length;
  }

  /** How feature {@code j} is binned. */
  public FeatureBins feature(int j) {
    return binning.feature(j);
  }

  /** Whether rows differ in feature {@code j}; if not, it has no place. */
  public boolean varies(int j) {
    return places[j] != null;
  }

  /** Where the bins of feature {@code j} stand. */
  public Place place(int j) {
    return places[j];
  }

  /** How many columns there are. */
  public int columns() {
    return columns.length;
  }

  /** The code of each row (n) in column {@code c}: {@code column[i] & 0xff}. */
  public byte[] column(int c) {
    return columns[c];
  }

  /** How many codes column {@code c} has. */
  public int codes(int c) {
    return codes[c];
  }

  /**
   * The code of row i and column c at {@code i * columns() + c}; null if that is too large for one
   * array.
   */
  public byte[] byRow() {
    return byRow;
  }
}
