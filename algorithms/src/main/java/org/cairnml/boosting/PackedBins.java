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
 * frequent bin at the same time share one byte (see {@link Bundles}), and so do columns that have
 * few combinations of codes (see {@link Lane}).
 */
final class PackedBins {
  // Four lanes a group: one index and one gradient loaded for four histogram updates, and the
  // group's histogram of at most 4 x 256 x 8 bytes stays in the first-level cache. Lanes of like
  // numbers of codes stand together, so that narrow ones cost little histogram.

  static final int LANES = 4;
  static final int MAX_CODES = 256;

  private static final int JOINT_CODES_A_ROW_OF_A_LEAF = 2;

  private final int rows;
  private final int columns;
  private final LaneGroup[] groups;

  private PackedBins(int rows, int columns, LaneGroup[] groups) {
    this.rows = rows;
    this.columns = columns;
    this.groups = groups;
  }

  /**
   * Packs all features that have at least two bins.
   *
   * @param leaves how many leaves a tree may have; the fewer rows in each, the fewer columns are
   *     joined
   */
  static PackedBins of(BinnedData data, int leaves, Workers workers) {
    List<Bundles.Column> columns = new ArrayList<>(Bundles.of(data, workers));
    columns.sort(Comparator.comparingInt(c -> -c.codes()));
    if ((long) groups(columns) * data.rows() * Integer.BYTES > Runtime.getRuntime().maxMemory()) {
      throw new DataException(
          data.rows() + " rows of " + data.features() + " columns do not fit in the memory");
    }
    List<Lane> alone =
        workers.map(columns.size(), c -> Lane.of(columns.get(c), columns.get(c).codes(data)));
    int mostCodes = Math.min(MAX_CODES, data.rows() / JOINT_CODES_A_ROW_OF_A_LEAF / leaves);
    List<Lane> joined = Lane.join(alone, mostCodes);
    List<Lane> lanes = groups(joined) < groups(alone) ? joined : alone;
    List<LaneGroup> groups =
        workers.map(
            groups(lanes),
            g ->
                LaneGroup.of(
                    g, lanes.subList(g * LANES, Math.min(lanes.size(), (g + 1) * LANES)), data));
    return new PackedBins(data.rows(), data.features(), groups.toArray(LaneGroup[]::new));
  }

  /** How many groups so many lanes take. */
  private static int groups(List<?> lanes) {
    return (lanes.size() + LANES - 1) / LANES;
  }

  /** n. */
  int rows() {
    return rows;
  }

  /** d, those that have no slot among them. */
  int columns() {
    return columns;
  }

  /** How many groups of lanes. */
  int groups() {
    return groups.length;
  }

  /** Four lanes. */
  LaneGroup group(int g) {
    return groups[g];
  }

  /**
   * Where one feature's bins stand.
   *
   * @param member its codes in its column
   * @param bins its bins
   * @param group the group of lanes
   * @param lane its byte within the group
   * @param own its column's code by the lane's code
   * @param first where the sums of its column begin in the group's histogram
   * @param isShared whether its column has codes of other features too
   */
  record Slot(
      Bundles.Member member,
      FeatureBins bins,
      int group,
      int lane,
      int[] own,
      int first,
      boolean isShared) {

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

    /** The bin behind a code of the lane. */
    int bin(int code) {
      return isShared ? member.bin(own[code]) : own[code];
    }
  }
}
