package org.cairnml.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries all combinations of values; the last dimension changes fastest.
 *
 * @param points how many values to take of each range of numbers, evenly on its scale and both ends
 *     included; choices are taken whole
 */
public record GridSearch(int points) implements SearchStrategy {

  private static final int USUAL_POINTS = 5;

  /** Checks the range. */
  public GridSearch {
    if (points < 1) {
      throw new IllegalArgumentException("points must be at least 1, but was " + points);
    }
  }

  /** With 5 values of each range. */
  public GridSearch() {
    this(USUAL_POINTS);
  }

  @Override
  public int evaluations(SearchSpace space) {
    long product = 1;
    for (Dimension dimension : space.dimensions().values()) {
      product *= dimension.grid(points).size();
      if (product > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "the grid has too many combinations to try; take fewer points, or RandomSearch");
      }
    }
    return (int) product;
  }

  @Override
  public List<Proposal> next(SearchSpace space, List<Trial> done, boolean greaterIsBetter) {
    if (!done.isEmpty()) {
      return List.of();
    }
    List<Map<String, Object>> all = List.of(Map.of());
    for (var dimension : space.dimensions().entrySet()) {
      List<Map<String, Object>> longer = new ArrayList<>(all.size());
      for (Map<String, Object> settings : all) {
        for (Object value : dimension.getValue().grid(points)) {
          Map<String, Object> more = new LinkedHashMap<>(settings);
          more.put(dimension.getKey(), value);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all.stream().map(settings -> new Proposal(settings, List.of(), 1)).toList();
  }
}
