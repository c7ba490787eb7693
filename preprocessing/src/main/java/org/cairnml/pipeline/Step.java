package org.cairnml.pipeline;

import java.util.List;
import java.util.Objects;
import org.cairnml.core.Transformer;

/**
 * A transformer in a pipeline, and the columns that it sees.
 *
 * @param transformer what happens
 * @param columns the names of the columns that it gets, as the step before left them; all but those
 *     of texts if empty. The other columns then come first in what the step makes, unchanged, and
 *     the transformer's after them
 */
public record Step(Transformer<?> transformer, List<String> columns) {

  /** Keeps its own copy of the names. */
  public Step {
    Objects.requireNonNull(transformer, "transformer");
    columns = List.copyOf(columns);
  }

  @Override
  public String toString() {
    return columns.isEmpty() ? transformer.toString() : transformer + " on " + columns;
  }
}
