package org.cairnml.boosting;

import org.cairnml.base.Seed;

/**
 * The columns that one tree may be split by: drawn for the tree, from these for each level, from
 * these for each node. A draw depends on the seed and on the node alone.
 */
final class ColumnSample {

  private final BoostingSettings settings;
  private final int columns;
  private final Seed ofLevels;
  private final Seed ofNodes;
  private final boolean[] ofTree;

  ColumnSample(BoostingSettings settings, int columns, Seed seed) {
    this.settings = settings;
    this.columns = columns;
    this.ofLevels = seed.child(0);
    this.ofNodes = seed.child(1);
    this.ofTree = Sampling.draw(null, columns, settings.columnShare(), seed);
  }

  /** The columns that a node may be split by, or null for all. */
  boolean[] of(int node, int depth) {
    boolean[] ofLevel =
        Sampling.draw(ofTree, columns, settings.columnShareByLevel(), ofLevels.child(depth));
    return Sampling.draw(ofLevel, columns, settings.columnShareByNode(), ofNodes.child(node));
  }
}
