package org.cairnml.selection;

import java.util.List;

/**
 * Decides which settings to try next. It holds no state: what comes next depends on the space and
 * the trials done alone, so that a search can be resumed and does not depend on threads.
 */
public interface SearchStrategy {

  /** How many trials a whole search of this space makes. */
  int evaluations(SearchSpace space);

  /**
   * The settings to try next, side by side; none when the search is over.
   *
   * @param done all trials so far, in their order
   * @param greaterIsBetter whether high scores are good
   */
  List<Proposal> next(SearchSpace space, List<Trial> done, boolean greaterIsBetter);
}
