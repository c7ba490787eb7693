package org.cairnml.metrics;

import java.util.Arrays;
import org.cairnml.base.DataException;

/**
 * One ranked list, as of one query or one user: the relevance of the items in the order in which
 * they are shown, and the relevance of all items that could have been. Relevance is a number of at
 * least 0; metrics of hits and misses take an item as relevant if it is above 0. Immutable.
 */
public final class RankedList {

  private final double[] shown;
  private final double[] ideal;
  private final int[] tieEnds;

  private RankedList(double[] shown, double[] ideal, int[] tieEnds) {
    this.shown = shown;
    this.ideal = ideal;
    this.tieEnds = tieEnds;
  }

  /**
   * Items with scores, shown from the highest score down; equal scores in the order given.
   *
   * @throws DataException if there are not as many scores, a score is not finite, or a relevance is
   *     negative or not finite
   */
  public static RankedList of(double[] relevance, double[] scores) {
    Require.sameLength(relevance.length, scores.length);
    Require.finite("score", scores);
    int[] order = DescendingOrder.of(scores);
    int n = order.length;
    double[] shown = new double[n];
    int[] tieEnds = new int[n];
    for (int r = n - 1; r >= 0; r--) {
      shown[r] = relevance[order[r]];
      boolean tied = r < n - 1 && scores[order[r]] == scores[order[r + 1]];
      tieEnds[r] = tied ? tieEnds[r + 1] : r + 1;
    }
    return new RankedList(shown, descending(relevance), tieEnds);
  }

  /**
   * Items in the order in which they are shown, which may be only some of all items.
   *
   * @param shown the relevance of the items shown, the first first
   * @param all the relevance of all items, shown or not, in any order; zeros may be left out
   * @throws DataException if a relevance is negative or not finite, or {@code shown} has more
   *     relevant items than {@code all}
   */
  public static RankedList shown(double[] shown, double[] all) {
    double[] ideal = descending(all);
    descending(shown);
    int[] tieEnds = new int[shown.length];
    Arrays.setAll(tieEnds, r -> r + 1);
    var list = new RankedList(shown.clone(), ideal, tieEnds);
    if (list.hits(shown.length) > list.relevant()) {
      throw new DataException(
          "the list shows %d relevant items, but there are only %d in all"
              .formatted(list.hits(shown.length), list.relevant()));
    }
    return list;
  }

  private static double[] descending(double[] relevance) {
    Require.finite("relevance", relevance);
    Require.atLeastZero("relevance", relevance, "a ranked list");
    int[] order = DescendingOrder.of(relevance);
    double[] sorted = new double[order.length];
    Arrays.setAll(sorted, r -> relevance[order[r]]);
    return sorted;
  }

  /** How many items are shown. */
  public int size() {
    return shown.length;
  }

  /** The relevance of the item at a rank, from 0. */
  public double relevance(int rank) {
    return shown[rank];
  }

  /** How many of all items are relevant. */
  public int relevant() {
    int count = 0;
    for (double relevance : ideal) {
      count += relevance > 0 ? 1 : 0;
    }
    return count;
  }

  /** How many of the first k items are relevant. */
  public int hits(int k) {
    int count = 0;
    for (int r = 0; r < Math.min(k, shown.length); r++) {
      count += shown[r] > 0 ? 1 : 0;
    }
    return count;
  }

  /** The relevance of all items, the highest first. */
  double[] ideal() {
    return ideal;
  }

  /** The rank behind the last item whose score equals that of the item at this rank. */
  int tieEnd(int rank) {
    return tieEnds[rank];
  }
}
