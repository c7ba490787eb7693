package org.cairnml.boosting;

import java.util.List;
import org.cairnml.tree.Tree;

/**
 * One round of boosting.
 *
 * @param trees one an output
 * @param objective the mean loss of the training rows after the round
 */
record Round(List<Tree> trees, double objective) {

  boolean hasSplit() {
    return trees.stream().anyMatch(tree -> tree.nodes() > 1);
  }

  static List<Tree> trees(List<Round> rounds) {
    return rounds.stream().flatMap(round -> round.trees().stream()).toList();
  }
}
