package org.cairnml.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.boosting.PackedBins.Slot;
import org.cairnml.tree.bins.BinnedData;
import org.cairnml.tree.bins.Bundles;

/** Up to four lanes side by side in one array of ints, and the order of sums by their codes. */
final class LaneGroup {
  // Sums are made by code of the lanes, all lanes equally far apart. Where a lane is joint they are
  // then added to those by code of its columns, column after column, that splits are found in.

  private final int[] codes;
  private final int stride;
  private final int length;
  private final List<Slot> slots;
  private final List<Spread> spreads;

  private LaneGroup(int[] codes, int stride, int length, List<Slot> slots, List<Spread> spreads) {
    this.codes = codes;
    this.stride = stride;
    this.length = length;
    this.slots = slots;
    this.spreads = spreads;
  }

  /** Sums by code of a lane, from {@code from} on, belong to those at {@code to}. */
  private record Spread(int from, int[] to) {
    void add(long[] sums, long[] histogram) {
      for (int k = 0; k < to.length; k++) {
        histogram[to[k]] += sums[from + k];
      }
    }
  }

  /** Puts lanes together as group {@code g}. */
  static LaneGroup of(int g, List<Lane> lanes, BinnedData data) {
    boolean joint = lanes.stream().anyMatch(Lane::isJoint);
    int stride = lanes.stream().mapToInt(Lane::count).max().orElse(0);
    List<Slot> slots = new ArrayList<>();
    List<Spread> spreads = new ArrayList<>();
    int length = 0;
    for (int lane = 0; lane < lanes.size(); lane++) {
      Lane of = lanes.get(lane);
      for (int c = 0; c < of.columns().size(); c++) {
        Bundles.Column column = of.columns().get(c);
        int[] own = of.own().get(c);
        int first = joint ? length : lane * stride;
        for (Bundles.Member member : column.members()) {
          slots.add(
              new Slot(
                  member, data.feature(member.feature()), g, lane, own, first, column.isShared()));
        }
        if (joint) {
          IntStream codes = IntStream.range(0, of.count());
          spreads.add(new Spread(lane * stride, codes.map(code -> first + own[code]).toArray()));
        }
        length += column.codes();
      }
    }
    return new LaneGroup(
        pack(lanes, data.rows()),
        stride,
        joint ? length : stride * PackedBins.LANES,
        List.copyOf(slots),
        List.copyOf(spreads));
  }

  private static int[] pack(List<Lane> lanes, int rows) {
    int[] packed = new int[rows];
    for (int lane = 0; lane < lanes.size(); lane++) {
      byte[] codes = lanes.get(lane).codes();
      int shift = 8 * lane;
      for (int i = 0; i < rows; i++) {
        packed[i] |= (codes[i] & 0xff) << shift;
      }
    }
    return packed;
  }

  /** The codes (n), lane l in bits 8 l to 8 l + 7. */
  int[] codes() {
    return codes;
  }

  /** How many sums a histogram has. */
  int length() {
    return length;
  }

  /** The features whose codes are here. */
  List<Slot> slots() {
    return slots;
  }

  /**
   * Fills a histogram with the sums over rows.
   *
   * @param histogram receives the sums by code of the columns
   * @param scratch of as many longs as a histogram of any group
   * @param rows the rows are {@code rows[from]} to {@code rows[to - 1]}
   * @param ordered what to add up, {@code ordered[i - orderedFrom]} for {@code rows[i]}
   */
  void fill(
      long[] histogram,
      long[] scratch,
      int[] rows,
      int from,
      int to,
      long[] ordered,
      int orderedFrom) {
    long[] sums = cleared(histogram, scratch);
    add(sums, stride, codes, rows, from, to, ordered, orderedFrom);
    spread(sums, histogram);
  }

  /** Fills a histogram with the numbers of rows; arguments as of {@link #fill}. */
  void count(long[] histogram, long[] scratch, int[] rows, int from, int to) {
    long[] sums = cleared(histogram, scratch);
    count(sums, stride, codes, rows, from, to);
    spread(sums, histogram);
  }

  /** Where to sum by code of the lanes. */
  private long[] cleared(long[] histogram, long[] scratch) {
    long[] sums = spreads.isEmpty() ? histogram : scratch;
    Arrays.fill(sums, 0, stride * PackedBins.LANES, 0);
    return sums;
  }

  private void spread(long[] sums, long[] histogram) {
    if (sums == histogram) {
      return;
    }
    Arrays.fill(histogram, 0, length, 0);
    for (Spread spread : spreads) {
      spread.add(sums, histogram);
    }
  }

  private static void add(
      long[] sums,
      int stride,
      int[] codes,
      int[] rows,
      int from,
      int to,
      long[] ordered,
      int orderedFrom) {
    int second = 2 * stride;
    int third = 3 * stride;
    for (int i = from; i < to; i++) {
      int code = codes[rows[i]];
      long both = ordered[i - orderedFrom];
      sums[code & 255] += both;
      sums[stride + (code >>> 8 & 255)] += both;
      sums[second + (code >>> 16 & 255)] += both;
      sums[third + (code >>> 24)] += both;
    }
  }

  private static void count(long[] counts, int stride, int[] codes, int[] rows, int from, int to) {
    int second = 2 * stride;
    int third = 3 * stride;
    for (int i = from; i < to; i++) {
      int code = codes[rows[i]];
      counts[code & 255]++;
      counts[stride + (code >>> 8 & 255)]++;
      counts[second + (code >>> 16 & 255)]++;
      counts[third + (code >>> 24)]++;
    }
  }
}
