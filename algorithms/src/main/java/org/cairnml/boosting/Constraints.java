package org.cairnml.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.core.Schema;

/**
 * What the user demands of the shape of a model: features in which the prediction rises or falls,
 * and features that may act together. And how categories are smoothed.
 */
final class Constraints {

  private final int[] directions;
  private final List<boolean[]> interactions;
  private final double categorySmoothing;

  private Constraints(int[] directions, List<boolean[]> interactions, double categorySmoothing) {
    this.directions = directions;
    this.interactions = interactions;
    this.categorySmoothing = categorySmoothing;
  }

  /**
   * Looks the names up.
   *
   * @throws IllegalArgumentException if a name is no column, or no numeric one where it must be
   */
  static Constraints of(
      Schema schema,
      List<String> rising,
      List<String> falling,
      List<List<String>> interactions,
      double categorySmoothing) {
    int[] directions = new int[schema.width()];
    rising.forEach(name -> directions[numericColumn(schema, name)] = 1);
    for (String name : falling) {
      int column = numericColumn(schema, name);
      if (directions[column] != 0) {
        throw new IllegalArgumentException("column '" + name + "' cannot both rise and fall");
      }
      directions[column] = -1;
    }
    List<boolean[]> sets = new ArrayList<>();
    boolean[] rest = new boolean[schema.width()];
    Arrays.fill(rest, true);
    for (List<String> names : interactions) {
      boolean[] set = new boolean[schema.width()];
      for (String name : names) {
        int column = column(schema, name);
        set[column] = true;
        rest[column] = false;
      }
      sets.add(set);
    }
    if (!sets.isEmpty()) {
      sets.add(rest);
    }
    return new Constraints(directions, sets, categorySmoothing);
  }

  private static int column(Schema schema, String name) {
    int column = schema.names().indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException(
          "there is no column '" + name + "' to constrain among " + schema.names());
    }
    return column;
  }

  private static int numericColumn(Schema schema, String name) {
    int column = column(schema, name);
    if (schema.get(column).isCategory()) {
      throw new IllegalArgumentException(
          "column '" + name + "' holds categories, which have no order to be monotone in");
    }
    return column;
  }

  /** 1 if the prediction must not fall as the feature rises, -1 if it must not rise, else 0. */
  int direction(int feature) {
    return directions[feature];
  }

  /** Second derivative added to each category; see {@link SplitScan}. */
  double categorySmoothing() {
    return categorySmoothing;
  }

  /** The features that a root may be split by, null for all. */
  boolean[] allowedAtRoot() {
    if (interactions.isEmpty()) {
      return null;
    }
    boolean[] allowed = new boolean[directions.length];
    interactions.forEach(set -> union(allowed, set));
    return allowed;
  }

  /** Hands bounds and allowed features down from a leaf that is split. */
  void inherit(Leaf leaf, Leaf left, Leaf right, GradientPack pack, TreeSettings settings) {
    int feature = leaf.best.slot.feature();
    for (Leaf child : List.of(left, right)) {
      child.least = leaf.least;
      child.most = leaf.most;
    }
    if (directions[feature] != 0) {
      double middle =
          (leaf.bounded(settings.leafValue(pack.g(left.total), pack.h(left.total)))
                  + leaf.bounded(settings.leafValue(pack.g(right.total), pack.h(right.total))))
              / 2;
      Leaf low = directions[feature] > 0 ? left : right;
      Leaf high = low == left ? right : left;
      low.most = Math.min(low.most, middle);
      high.least = Math.max(high.least, middle);
    }
    if (!interactions.isEmpty()) {
      boolean[] path = leaf.path == null ? new boolean[directions.length] : leaf.path.clone();
      path[feature] = true;
      boolean[] allowed = path.clone();
      for (boolean[] set : interactions) {
        if (contains(set, path)) {
          union(allowed, set);
        }
      }
      left.path = path;
      right.path = path;
      left.allowed = allowed;
      right.allowed = allowed;
    }
  }

  private static boolean contains(boolean[] set, boolean[] path) {
    for (int j = 0; j < set.length; j++) {
      if (path[j] && !set[j]) {
        return false;
      }
    }
    return true;
  }

  private static void union(boolean[] all, boolean[] set) {
    for (int j = 0; j < all.length; j++) {
      all[j] |= set[j];
    }
  }
}
