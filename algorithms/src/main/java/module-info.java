/** The learners. */
module org.cairnml.algorithms {
  requires transitive org.cairnml.core;
  requires org.cairnml.metrics;
  requires org.cairnml.preprocessing;
  requires org.apache.commons.statistics.distribution;

  exports org.cairnml.linear;
  exports org.cairnml.tree;

  provides org.cairnml.core.Learner with
      org.cairnml.linear.Ridge,
      org.cairnml.linear.LinearRegression,
      org.cairnml.tree.DecisionTreeClassifier,
      org.cairnml.tree.DecisionTreeRegressor,
      org.cairnml.tree.RandomForestClassifier,
      org.cairnml.tree.RandomForestRegressor,
      org.cairnml.tree.ExtraTreesClassifier,
      org.cairnml.tree.ExtraTreesRegressor;
  provides org.cairnml.core.ModelCodec with
      org.cairnml.linear.LinearModelCodec,
      org.cairnml.linear.LinearRegressionModelCodec,
      org.cairnml.tree.ClassificationTreeCodec,
      org.cairnml.tree.RegressionTreeCodec,
      org.cairnml.tree.ClassificationForestCodec,
      org.cairnml.tree.RegressionForestCodec;
}
