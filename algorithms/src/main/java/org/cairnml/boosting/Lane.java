package org.cairnml.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.tree.bins.Bundles;

/**
 * One byte a row: the code of a column, or the number of the combination that the codes of several
 * columns make in the row.
 *
 * @param columns whose codes it holds
 * @param own for each column its code by the lane's
 * @param codes the lane's code by row
 * @param count how many codes the lane has
 */
record Lane(List<Bundles.Column> columns, List<int[]> own, byte[] codes, int count) {
  // Each lane costs a histogram an addition a row; sums of a column's codes come out of those of
  // the combinations by an addition a combination, once a leaf. So columns of few codes, or those
  // that nearly determine each other, such as the 0/1 columns of one category, are joined.

  private static final int MAX_TRIES = 64;
  private static final List<int[]> SAME =
      List.of(IntStream.range(0, PackedBins.MAX_CODES).toArray());

  /** A column alone. */
  static Lane of(Bundles.Column column, byte[] codes) {
    return new Lane(List.of(column), SAME, codes, column.codes());
  }

  /**
   * Joins lanes, each to the first one where it fits, in the order of their numbers of codes.
   *
   * @param mostCodes of a lane of several columns
   */
  static List<Lane> join(List<Lane> lanes, int mostCodes) {
    List<Lane> joined = new ArrayList<>();
    for (Lane lane : lanes) {
      int tries = lane.count > mostCodes / 2 ? 0 : Math.min(joined.size(), MAX_TRIES);
      int at = joined.size() - tries;
      Lane both = null;
      while (both == null && at < joined.size()) {
        both = joined.get(at++).with(lane, mostCodes);
      }
      if (both == null) {
        joined.add(lane);
      } else {
        joined.set(at - 1, both);
      }
    }
    joined.sort(Comparator.comparingInt(lane -> -lane.count));
    return joined;
  }

  /** Whether there are several columns. */
  boolean isJoint() {
    return columns.size() > 1;
  }

  /** This lane and another as one, or null if there are more combinations than that. */
  private Lane with(Lane other, int mostCodes) {
    if (count > mostCodes / 2) {
      return null;
    }
    int[] number = new int[count * other.count];
    int[] combinations = new int[mostCodes];
    byte[] both = new byte[codes.length];
    int used = 0;
    for (int i = 0; i < both.length; i++) {
      int combination = (codes[i] & 0xff) * other.count + (other.codes[i] & 0xff);
      if (number[combination] == 0) {
        if (used == mostCodes) {
          return null;
        }
        combinations[used++] = combination;
        number[combination] = used;
      }
      both[i] = (byte) (number[combination] - 1);
    }
    List<Bundles.Column> all = new ArrayList<>(columns);
    all.addAll(other.columns);
    List<int[]> ownOfAll = new ArrayList<>();
    int[] mine = Arrays.stream(combinations, 0, used).map(c -> c / other.count).toArray();
    int[] others = Arrays.stream(combinations, 0, used).map(c -> c % other.count).toArray();
    own.forEach(of -> ownOfAll.add(Arrays.stream(mine).map(code -> of[code]).toArray()));
    other.own.forEach(of -> ownOfAll.add(Arrays.stream(others).map(code -> of[code]).toArray()));
    return new Lane(List.copyOf(all), List.copyOf(ownOfAll), both, used);
  }
}
