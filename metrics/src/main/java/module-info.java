/** Pure functions of truth and prediction. */
module org.cairnml.metrics {
  requires transitive org.cairnml.core;

  exports org.cairnml.metrics;
}
