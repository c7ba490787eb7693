package org.cairnml.benchmarks.trees;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A library and how it takes part, written {@code CLASS[:folds=5][:threads=2][:trees=100]}, where
 * the class is one of this package.
 *
 * @param library the library
 * @param folds on how many of the folds it is measured, from the first on
 * @param threads how many threads it may use
 * @param trees how many trees it grows
 */
record Contestant(TreeLibrary library, int folds, int threads, int trees) {

  static Contestant parse(String text) {
    List<String> parts = List.of(text.split(":"));
    Map<String, Integer> settings = new HashMap<>(Map.of("folds", 5, "threads", 2, "trees", 100));
    for (String part : parts.subList(1, parts.size())) {
      String[] pair = part.split("=");
      if (settings.replace(pair[0], Integer.valueOf(pair[1])) == null) {
        throw new IllegalArgumentException("No setting " + pair[0] + " in " + text);
      }
    }
    return new Contestant(
        library(parts.get(0)),
        settings.get("folds"),
        settings.get("threads"),
        settings.get("trees"));
  }

  private static TreeLibrary library(String name) {
    try {
      Class<?> found = Class.forName(Contestant.class.getPackageName() + "." + name);
      return (TreeLibrary) found.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("No library " + name + " (a Maven profile missing?)", e);
    }
  }

  Job job(Work work, long seed) {
    return new Job(work, work == Work.TREE ? 1 : trees, threads, seed);
  }
}
