/** All of the library: a module that requires it needs no other. */
module org.cairnml {
  requires transitive org.cairnml.algorithms;
  requires transitive org.cairnml.base;
  requires transitive org.cairnml.core;
  requires transitive org.cairnml.linalg;
  requires transitive org.cairnml.metrics;
  requires transitive org.cairnml.preprocessing;
}
