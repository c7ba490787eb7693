/** From tables to matrices: transformers and pipelines. */
module org.cairnml.preprocessing {
  requires transitive org.cairnml.core;
  requires transitive org.cairnml.metrics;
}
