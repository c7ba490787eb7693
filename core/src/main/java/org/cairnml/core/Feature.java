package org.cairnml.core;

import java.util.List;

/**
 * A column of a feature matrix.
 *
 * <p>NaN is a missing value in every column. A category column otherwise holds 0 to {@code
 * levels.size() - 1}, or {@link #UNSEEN} on the way to a transformer that tells unseen from missing
 * categories; learners only ever see NaN for both.
 *
 * @param name its name, kept from the user's table where there was one
 * @param levels the categories whose index the column holds, or empty for a numeric column
 */
public record Feature(String name, List<String> levels) {

  /** The value of a category that is none of the levels. */
  public static final double UNSEEN = -1;

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
