/** The learners. */
module org.cairnml.algorithms {
  requires transitive org.cairnml.core;
  requires org.cairnml.metrics;
  requires org.cairnml.preprocessing;
  requires org.apache.commons.statistics.distribution;

  exports org.cairnml.linear;
  exports org.cairnml.tree;

  provides org.cairnml.core.Learner with
      org.cairnml.linear.LinearRegression,
      org.cairnml.linear.Ridge;
  provides org.cairnml.core.ModelCodec with
      org.cairnml.linear.LinearModelCodec,
      org.cairnml.linear.LinearRegressionModelCodec;
}
