package org.cairnml.tree.bins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.base.Workers;

/**
 * Decides which features share a column of codes: those of which in every row at most one differs
 * from its most frequent bin, such as the 0/1 columns of a one-hot encoding. Nothing is lost, since
 * what the default bin would hold is the total less the other bins.
 *
 * <p>Source: exclusive feature bundling without conflicts, Ke et al. 2017, LightGBM, NeurIPS 30.
 */
public final class Bundles {

  private static final int MAX_CODES = 256;
  private static final int MAX_TRIES = 64;
  private static final int TURNS = 4;

  private Bundles() {}

  /**
   * A column of codes.
   *
   * @param members the features in it; a feature alone has its bins as codes
   * @param codes how many codes it has
   */
  public record Column(List<Member> members, int codes) {

    /** Whether it stands for several features. */
    public boolean isShared() {
      return members.size() > 1;
    }

    /** The code of each row (n), the bins themselves of a feature alone. */
    public byte[] codes(BinnedData data) {
      if (!isShared()) {
        return data.column(members.get(0).feature());
      }
      byte[] codes = new byte[data.rows()];
      for (Member member : members) {
        byte[] bins = data.column(member.feature());
        for (int i = 0; i < codes.length; i++) {
          codes[i] |= (byte) member.code(bins[i] & 0xff);
        }
      }
      return codes;
    }
  }

  /**
   * A feature in a column. Where others share the column, code 0 is the default of all.
   *
   * @param feature its number
   * @param firstCode the code of its first bin that is not the default
   * @param defaultBin its most frequent bin
   * @param others how many codes its other bins have
   * @param hasMissing whether some row misses it
   */
  public record Member(int feature, int firstCode, int defaultBin, int others, boolean hasMissing) {

    /** The code of a bin in a shared column. */
    public int code(int bin) {
      return bin == defaultBin ? 0 : firstCode + bin - (bin > defaultBin ? 1 : 0);
    }

    /** The bin behind a code of a shared column. */
    public int bin(int code) {
      int at = code - firstCode;
      if (at < 0 || at >= others) {
        return defaultBin;
      }
      return at < defaultBin ? at : at + 1;
    }

    /**
     * The codes of a shared column behind a set of bins, bit b of which says whether b is in it.
     */
    long[] codes(long[] bins) {
      long[] codes = new long[bins.length];
      Arrays.fill(codes, -(bins[defaultBin >>> 6] >>> defaultBin & 1));
      for (int code = firstCode; code < firstCode + others; code++) {
        int bin = bin(code);
        long bit = bins[bin >>> 6] >>> bin & 1;
        codes[code >>> 6] = codes[code >>> 6] & ~(1L << code) | bit << code;
      }
      return codes;
    }
  }

  /**
   * What is known of one feature; {@code others} has a bit for each row, 1 where it is not in the
   * default bin, and is null where these are more than half of the rows.
   */
  private record Usage(int feature, int codes, int defaultBin, long[] others, boolean hasMissing) {
    Member member(int firstCode) {
      return new Member(feature, firstCode, defaultBin, codes - 1, hasMissing);
    }
  }

  /** The columns, in the order of their first features; features with one bin are left out. */
  public static List<Column> of(BinnedData data, Workers workers) {
    List<Usage> usages = workers.map(data.features(), j -> usage(data, j));
    List<Column> columns = new ArrayList<>();
    List<Open> open = new ArrayList<>();
    for (Usage usage : usages) {
      if (usage.codes() < 2) {
        continue;
      }
      if (usage.others() == null) {
        columns.add(single(usage));
      } else {
        place(usage, open);
      }
    }
    for (Open bundle : open) {
      columns.add(
          bundle.usages.size() == 1 ? single(bundle.usages.get(0)) : together(bundle.usages));
    }
    return columns;
  }

  private static Usage usage(BinnedData data, int j) {
    byte[] column = data.column(j);
    int[] counts = counts(column);
    int bins = data.feature(j).count();
    boolean hasMissing = counts[bins] > 0;
    int most = 0;
    int used = 0;
    for (int b = 0; b <= bins; b++) {
      most = counts[b] > counts[most] ? b : most;
      used += counts[b] > 0 ? 1 : 0;
    }
    int codes = used < 2 ? 1 : bins + (hasMissing ? 1 : 0);
    boolean isSparse = data.rows() - counts[most] <= data.rows() / 2;
    return new Usage(j, codes, most, isSparse ? others(column, most) : null, hasMissing);
  }

  /** How many rows are in each bin, counted by turns so that a run of equal ones does not wait. */
  private static int[] counts(byte[] column) {
    int[] counts = new int[MAX_CODES * TURNS];
    for (int i = 0; i < column.length; i++) {
      counts[i % TURNS * MAX_CODES + (column[i] & 0xff)]++;
    }
    int[] sums = new int[MAX_CODES];
    for (int k = 0; k < counts.length; k++) {
      sums[k % MAX_CODES] += counts[k];
    }
    return sums;
  }

  private static long[] others(byte[] column, int defaultBin) {
    long[] set = new long[(column.length + 63) >>> 6];
    for (int w = 0; w < set.length; w++) {
      long word = 0;
      int end = Math.min(column.length, (w + 1) << 6);
      for (int i = w << 6; i < end; i++) {
        word |= ((column[i] & 0xff) != defaultBin ? 1L : 0) << i;
      }
      set[w] = word;
    }
    return set;
  }

  private static Column single(Usage usage) {
    return new Column(List.of(usage.member(0)), usage.codes());
  }

  private static Column together(List<Usage> usages) {
    List<Member> members = new ArrayList<>();
    int code = 1;
    for (Usage usage : usages) {
      members.add(usage.member(code));
      code += usage.codes() - 1;
    }
    return new Column(List.copyOf(members), code);
  }

  /** Puts a feature into the first bundle where it fits, or into a new one. */
  private static void place(Usage usage, List<Open> open) {
    int tries = Math.min(open.size(), MAX_TRIES);
    for (Open bundle : open.subList(open.size() - tries, open.size())) {
      if (bundle.takes(usage)) {
        return;
      }
    }
    open.add(new Open(usage));
  }

  private static final class Open {
    private final List<Usage> usages = new ArrayList<>();
    private final long[] others;
    private int codes = 1;

    Open(Usage first) {
      usages.add(first);
      others = first.others().clone();
      codes += first.codes() - 1;
    }

    boolean takes(Usage usage) {
      long[] set = usage.others();
      if (codes + usage.codes() - 1 > MAX_CODES) {
        return false;
      }
      for (int w = 0; w < set.length; w++) {
        if ((others[w] & set[w]) != 0) {
          return false;
        }
      }
      for (int w = 0; w < set.length; w++) {
        others[w] |= set[w];
      }
      usages.add(usage);
      codes += usage.codes() - 1;
      return true;
    }
  }
}
