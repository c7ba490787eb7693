package org.cairnml.core;

/** What a fit returns. Immutable and safe for use by any number of threads. */
public interface Model {

  /** The columns that it was fitted on and expects. */
  Schema schema();

  /** How the fit went. */
  FitSummary summary();
}
