package org.cairnml.core;

import java.util.Objects;

/**
 * Base of a transformation that knows the columns that it takes and makes, and how its fit went;
 * what is left to write is {@link #transformInto}.
 */
public abstract class FittedTransform implements TransformModel {

  private final Schema schema;
  private final Schema output;
  private final FitSummary summary;

  /** Keeps its arguments. */
  protected FittedTransform(Schema schema, Schema output, FitSummary summary) {
    this.schema = Objects.requireNonNull(schema, "schema");
    this.output = Objects.requireNonNull(output, "output");
    this.summary = Objects.requireNonNull(summary, "summary");
  }

  @Override
  public final Schema schema() {
    return schema;
  }

  @Override
  public final Schema output() {
    return output;
  }

  @Override
  public final FitSummary summary() {
    return summary;
  }

  /** The class, and how many columns it takes and makes. */
  @Override
  public String toString() {
    return getClass().getSimpleName()
        + "["
        + schema.width()
        + " to "
        + output.width()
        + " columns]";
  }
}
