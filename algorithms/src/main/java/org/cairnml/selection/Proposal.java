package org.cairnml.selection;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a strategy wants tried.
 *
 * @param settings the value of each name
 * @param places where the values lie along their dimensions, from 0 to 1; empty in a grid
 * @param share the share of the training rows of each split to learn from, above 0, at most 1
 */
public record Proposal(Map<String, Object> settings, List<Double> places, double share) {

  /** Keeps its own copies. */
  public Proposal {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    places = List.copyOf(places);
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be above 0, at most 1, but was " + share);
    }
  }

  /** These places of a space, on all training rows. */
  static Proposal of(SearchSpace space, double... places) {
    return new Proposal(space.at(places), Arrays.stream(places).boxed().toList(), 1);
  }
}
