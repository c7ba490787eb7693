package org.cairnml.metrics;

import java.util.Objects;
import java.util.Optional;
import org.cairnml.base.DataException;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * What a classifier says of n rows: a class for each and, if it can, the probabilities of all.
 *
 * @param labels the predicted classes
 * @param probabilities (n x k), columns as {@code labels.classes()}
 */
public record ClassPredictions(Labels labels, Optional<Matrix> probabilities) {

  /**
   * Checks that the parts belong together.
   *
   * @throws DataException if they have different numbers of rows
   */
  public ClassPredictions {
    Objects.requireNonNull(labels, "labels");
    if (probabilities.isPresent() && probabilities.get().rows() != labels.size()) {
      throw new DataException(
          "there are %d predicted classes, but %d rows of probabilities"
              .formatted(labels.size(), probabilities.get().rows()));
    }
  }

  /** Classes alone. */
  public static ClassPredictions of(Labels labels) {
    return new ClassPredictions(labels, Optional.empty());
  }

  /** Classes and their probabilities (n x k). */
  public static ClassPredictions of(Labels labels, Matrix probabilities) {
    return new ClassPredictions(labels, Optional.of(probabilities));
  }

  /** The given rows of both. */
  public ClassPredictions rows(int... rows) {
    return new ClassPredictions(labels.rows(rows), probabilities.map(p -> p.rows(rows)));
  }
}
