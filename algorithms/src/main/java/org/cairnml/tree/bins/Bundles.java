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

  /** What is known of one feature. */
  private record Usage(int feature, int codes, int defaultBin, int others, boolean hasMissing) {
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
      if (usage.others() > data.rows() / 2) {
        columns.add(single(usage));
      } else {
        place(usage, data, open);
      }
    }
    for (Open bundle : open) {
      columns.add(
          bundle.usages.size() == 1 ? single(bundle.usages.get(0)) : together(bundle.usages));
    }
    return columns;
  }

  private static Usage usage(BinnedData data, int j) {
    int[] counts = new int[MAX_CODES];
    for (byte bin : data.column(j)) {
      counts[bin & 0xff]++;
    }
    int bins = data.feature(j).count();
    boolean hasMissing = counts[bins] > 0;
    int most = 0;
    int used = 0;
    for (int b = 0; b <= bins; b++) {
      most = counts[b] > counts[most] ? b : most;
      used += counts[b] > 0 ? 1 : 0;
    }
    int codes = used < 2 ? 1 : bins + (hasMissing ? 1 : 0);
    return new Usage(j, codes, most, data.rows() - counts[most], hasMissing);
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
  private static void place(Usage usage, BinnedData data, List<Open> open) {
    long[] set = new long[(data.rows() + 63) >>> 6];
    byte[] bins = data.column(usage.feature());
    for (int i = 0; i < bins.length; i++) {
      if ((bins[i] & 0xff) != usage.defaultBin()) {
        set[i >>> 6] |= 1L << i;
      }
    }
    int tries = Math.min(open.size(), MAX_TRIES);
    for (Open bundle : open.subList(open.size() - tries, open.size())) {
      if (bundle.takes(usage, set)) {
        return;
      }
    }
    open.add(new Open(usage, set));
  }

  private static final class Open {
    private final List<Usage> usages = new ArrayList<>();
    private final long[] others;
    private int codes = 1;

    Open(Usage first, long[] set) {
      usages.add(first);
      others = set;
      codes += first.codes() - 1;
    }

    boolean takes(Usage usage, long[] set) {
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
