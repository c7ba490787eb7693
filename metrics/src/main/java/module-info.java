/** Pure functions of truth and prediction. */
module org.cairnml.metrics {
  requires transitive org.cairnml.core;
  requires org.apache.commons.statistics.distribution;

  exports org.cairnml.metrics;
}
