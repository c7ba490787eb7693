package org.cairnml.pipeline;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a model says of one row.
 *
 * @param label the class, of a classifier
 * @param number the number, of a regressor
 * @param probabilities of each class in the order of classes; empty if the model knows none
 */
public record Prediction(
    Optional<String> label, OptionalDouble number, Map<String, Double> probabilities) {

  /** Keeps an unmodifiable view. */
  public Prediction {
    probabilities = Collections.unmodifiableMap(probabilities);
  }

  /** The class with its probability, or the number. */
  @Override
  public String toString() {
    if (label.isEmpty()) {
      return Double.toString(number.orElse(Double.NaN));
    }
    Double probability = probabilities.get(label.get());
    return probability == null
        ? label.get()
        : String.format(Locale.ROOT, "%s (%.3f)", label.get(), probability);
  }
}
