package org.cairnml.selection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which settings to try: for each name, the values that it may take. Immutable.
 *
 * <pre>{@code
 * var space = new SearchSpace()
 *     .real("learningRate", 0.01, 0.3, Dimension.Scale.LOG)
 *     .integer("maxLeaves", 4, 64)
 *     .choice("simple-imputer.numeric", NumericStrategy.values());
 * }</pre>
 *
 * <p>A plain name is a component of the learner; {@code base.c} is the component {@code c} of the
 * learner in its component {@code base}. Of a pipeline, {@code simple-imputer.numeric} is a
 * component of the first step with this name (as {@link org.cairnml.core.Learners#name} says it);
 * plain names are the learner's.
 *
 * @param dimensions the values, by name
 */
public record SearchSpace(Map<String, Dimension> dimensions) {

  /** Keeps its own copy, in the same order. */
  public SearchSpace {
    dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
  }

  /** Nothing to try yet. */
  public SearchSpace() {
    this(Map.of());
  }

  /** The same with one of these values for a name. */
  public SearchSpace choice(String name, Object... values) {
    return with(name, new Dimension.Choice(List.of(values)));
  }

  /** The same with a number between two for a name, all equally likely. */
  public SearchSpace real(String name, double low, double high) {
    return real(name, low, high, Dimension.Scale.LINEAR);
  }

  /** The same with a number between two for a name. */
  public SearchSpace real(String name, double low, double high, Dimension.Scale scale) {
    return with(name, new Dimension.Real(low, high, scale));
  }

  /** The same with a whole number between two, both included, for a name, all equally likely. */
  public SearchSpace integer(String name, int low, int high) {
    return integer(name, low, high, Dimension.Scale.LINEAR);
  }

  /** The same with a whole number between two, both included, for a name. */
  public SearchSpace integer(String name, int low, int high, Dimension.Scale scale) {
    return with(name, new Dimension.Whole(low, high, scale));
  }

  /** The same with these values for a name. */
  public SearchSpace with(String name, Dimension dimension) {
    Map<String, Dimension> more = new LinkedHashMap<>(dimensions);
    more.put(name, dimension);
    return new SearchSpace(more);
  }

  /** The settings at these places, one from 0 to 1 for each dimension in its order. */
  public Map<String, Object> at(double... places) {
    if (places.length != dimensions.size()) {
      throw new IllegalArgumentException(
          places.length + " places for " + dimensions.size() + " dimensions");
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    int j = 0;
    for (var dimension : dimensions.entrySet()) {
      settings.put(dimension.getKey(), dimension.getValue().at(places[j++]));
    }
    return settings;
  }
}
