package org.cairnml.core;

import java.util.List;

/**
 * A column of a feature matrix.
 *
 * @param name its name, kept from the user's table where there was one
 * @param levels the categories whose index the column holds, or empty for a numeric column
 */
public record Feature(String name, List<String> levels) {

  /** Keeps its own copy of the levels. */
  public Feature {
    levels = List.copyOf(levels);
  }

  /** A column of numbers. */
  public static Feature numeric(String name) {
    return new Feature(name, List.of());
  }

  /** A column of indices into {@code levels}. */
  public static Feature category(String name, List<String> levels) {
    return new Feature(name, levels);
  }

  /** Whether values are indices of categories, without order. */
  public boolean isCategory() {
    return !levels.isEmpty();
  }
}
