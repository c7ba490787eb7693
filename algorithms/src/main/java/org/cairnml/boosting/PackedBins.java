package org.cairnml.boosting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.tree.bins.BinnedData;
import org.cairnml.tree.bins.Bundles;
import org.cairnml.tree.bins.FeatureBins;

/**
 * The bins of the training rows as histograms want them: four columns of bytes side by side in one
 * array of ints, about n x d bytes in all. Columns that are hardly ever different from their most
 * frequent bin at the same time share one byte (see {@link Bundles}).
 */
final class PackedBins {
  // Four columns a group: one index and one gradient loaded for four histogram updates, and the
  // group's histogram of at most 4 x 256 x 8 bytes stays in the first-level cache. Columns of like
  // numbers of codes stand together, so that narrow columns cost little histogram.

  static final int LANES = 4;

  private final int rows;
  private final int columns;
  private final int[][] codes;
  private final int[] strides;
  private final List<List<Slot>> slots;

  private PackedBins(int rows, int columns, int[][] codes, int[] strides, List<List<Slot>> slots) {
    this.rows = rows;
    this.columns = columns;
    this.codes = codes;
    this.strides = strides;
    this.slots = slots;
  }

  /** Packs all features that have at least two bins. */
  static PackedBins of(BinnedData data, Workers workers) {
    List<Bundles.Column> columns = new ArrayList<>(Bundles.of(data, workers));
    columns.sort(Comparator.comparingInt(c -> -c.codes()));
    int groups = (columns.size() + LANES - 1) / LANES;
    if ((long) groups * data.rows() * Integer.BYTES > Runtime.getRuntime().maxMemory()) {
      throw new DataException(
          data.rows() + " rows of " + data.features() + " columns do not fit in the memory");
    }
    int[][] codes = new int[groups][];
    int[] strides = new int[groups];
    List<List<Slot>> slots = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      List<Bundles.Column> lanes =
          columns.subList(g * LANES, Math.min(columns.size(), (g + 1) * LANES));
      List<Slot> inGroup = new ArrayList<>();
      for (int lane = 0; lane < lanes.size(); lane++) {
        inGroup.addAll(slotsOf(lanes.get(lane), g, lane, data));
        strides[g] = Math.max(strides[g], lanes.get(lane).codes());
      }
      slots.add(List.copyOf(inGroup));
    }
    workers.run(
        groups,
        g -> codes[g] = pack(data, columns, g * LANES, Math.min(columns.size(), (g + 1) * LANES)));
    return new PackedBins(data.rows(), data.features(), codes, strides, slots);
  }

  private static List<Slot> slotsOf(Bundles.Column column, int group, int lane, BinnedData data) {
    return column.members().stream()
        .map(
            member ->
                new Slot(member, data.feature(member.feature()), group, lane, column.isShared()))
        .toList();
  }

  private static int[] pack(BinnedData data, List<Bundles.Column> columns, int from, int to) {
    int[] packed = new int[data.rows()];
    for (int c = from; c < to; c++) {
      int shift = 8 * (c - from);
      List<Bundles.Member> members = columns.get(c).members();
      for (Bundles.Member member : members) {
        byte[] bins = data.column(member.feature());
        if (members.size() == 1) {
          for (int i = 0; i < packed.length; i++) {
            packed[i] |= (bins[i] & 0xff) << shift;
          }
        } else {
          for (int i = 0; i < packed.length; i++) {
            packed[i] |= member.code(bins[i] & 0xff) << shift;
          }
        }
      }
    }
    return packed;
  }

  /** n. */
  int rows() {
    return rows;
  }

  /** d, those that have no slot among them. */
  int columns() {
    return columns;
  }

  /** How many groups of columns. */
  int groups() {
    return codes.length;
  }

  /** The codes of group {@code g} (n), lane l in bits 8 l to 8 l + 7. */
  int[] codes(int g) {
    return codes[g];
  }

  /** How far apart the lanes of group {@code g} stand in its histogram. */
  int stride(int g) {
    return strides[g];
  }

  /** The features whose codes are in group {@code g}. */
  List<Slot> slots(int g) {
    return slots.get(g);
  }

  /**
   * Where one feature's bins stand.
   *
   * @param member its codes in its column
   * @param bins its bins
   * @param group the group of columns
   * @param lane its byte within the group
   * @param isShared whether its column has codes of other features too
   */
  record Slot(Bundles.Member member, FeatureBins bins, int group, int lane, boolean isShared) {

    /** Its column in the user's matrix. */
    int feature() {
      return member.feature();
    }

    /** Whether some training row misses it. */
    boolean hasMissing() {
      return member.hasMissing();
    }

    /** How many bins there are, that of missing values among them if there are such. */
    int binsAndMissing() {
      return bins.count() + (hasMissing() ? 1 : 0);
    }

    /** The bin behind a code. */
    int bin(int code) {
      return isShared ? member.bin(code) : code;
    }
  }
}
