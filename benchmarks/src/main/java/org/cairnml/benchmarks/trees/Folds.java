package org.cairnml.benchmarks.trees;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;

/**
 * All rows of a file in its order, which is random, or near it. Fold f of five has the rows of one
 * fifth for testing and the other four for training; {@code trees.py} parts them in the same way.
 */
final class Folds {

  static final int COUNT = 5;

  private final Dataset all;

  private Folds(Dataset all) {
    this.all = all;
  }

  static Folds read(Path file) {
    return new Folds(LabelledRows.all(file));
  }

  Dataset train(int fold) {
    int end = start(fold + 1);
    return cyclic(end, all.rows() - (end - start(fold)));
  }

  Dataset test(int fold) {
    return cyclic(start(fold), start(fold + 1) - start(fold));
  }

  /** That many rows, the test rows first, the training rows after the last of them. */
  Dataset testFirst(int fold, int rows) {
    return cyclic(start(fold), Math.min(rows, all.rows()));
  }

  private int start(int fold) {
    return (int) ((long) all.rows() * fold / COUNT);
  }

  private Dataset cyclic(int from, int count) {
    return all.rows(IntStream.range(from, from + count).map(i -> i % all.rows()).toArray());
  }
}
