package org.cairnml.tree;

/**
 * How many features a node draws to choose its split from, written as a text: {@code sqrt}, {@code
 * log2}, {@code all}, a count such as {@code 7}, or a share of all such as {@code 0.3}.
 */
final class MaxFeatures {

  private MaxFeatures() {}

  /** Refuses a text that is none of the forms. */
  static void check(String text) {
    if (!text.matches("sqrt|log2|all|[1-9][0-9]{0,8}|0?\\.[0-9]*[1-9][0-9]*|1\\.0*")) {
      throw new IllegalArgumentException(
          "maxFeatures must be sqrt, log2, all, a count such as 7, or a share such as 0.3,"
              + " but was '"
              + text
              + "'");
    }
  }

  /** How many of {@code d} features are meant; at least 1. */
  static int of(String text, int d) {
    int count =
        switch (text) {
          case "sqrt" -> (int) Math.sqrt(d);
          case "log2" -> (int) (Math.log(d) / Math.log(2));
          case "all" -> d;
          default ->
              text.contains(".") ? (int) (Double.parseDouble(text) * d) : Integer.parseInt(text);
        };
    return Math.max(1, Math.min(d, count));
  }
}
