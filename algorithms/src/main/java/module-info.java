/** The learners. */
module org.cairnml.algorithms {
  requires transitive org.cairnml.core;
  requires transitive org.cairnml.metrics;
  requires transitive org.cairnml.preprocessing;
  requires com.fasterxml.jackson.core;
  requires org.apache.commons.statistics.distribution;

  exports org.cairnml.baseline;
  exports org.cairnml.boosting;
  exports org.cairnml.cluster;
  exports org.cairnml.inspection;
  exports org.cairnml.linear;
  exports org.cairnml.meta;
  exports org.cairnml.selection;
  exports org.cairnml.tree;

  provides org.cairnml.core.Learner with
      org.cairnml.baseline.DummyClassifier,
      org.cairnml.baseline.DummyRegressor,
      org.cairnml.cluster.KMeans,
      org.cairnml.linear.ElasticNet,
      org.cairnml.linear.ElasticNetCV,
      org.cairnml.linear.GeneralizedLinearModel,
      org.cairnml.linear.HuberRegressor,
      org.cairnml.linear.IsotonicRegression,
      org.cairnml.linear.Lasso,
      org.cairnml.linear.LassoCV,
      org.cairnml.linear.LinearDiscriminantAnalysis,
      org.cairnml.linear.LinearRegression,
      org.cairnml.linear.LogisticRegression,
      org.cairnml.linear.QuadraticDiscriminantAnalysis,
      org.cairnml.linear.QuantileRegressor,
      org.cairnml.linear.Ridge,
      org.cairnml.linear.RidgeCV,
      org.cairnml.linear.SGDClassifier,
      org.cairnml.linear.SGDRegressor,
      org.cairnml.meta.CalibratedClassifier,
      org.cairnml.meta.ConformalClassifier,
      org.cairnml.meta.ConformalQuantileRegressor,
      org.cairnml.meta.ConformalRegressor,
      org.cairnml.meta.ResampledClassifier,
      org.cairnml.meta.TunedThresholdClassifier,
      org.cairnml.meta.RecursiveElimination,
      org.cairnml.meta.SelectByModel,
      org.cairnml.tree.DecisionTreeClassifier,
      org.cairnml.tree.DecisionTreeRegressor,
      org.cairnml.tree.ExtraTreesClassifier,
      org.cairnml.tree.ExtraTreesRegressor,
      org.cairnml.tree.RandomForestClassifier,
      org.cairnml.tree.RandomForestRegressor,
      org.cairnml.boosting.GradientBoostingClassifier,
      org.cairnml.boosting.GradientBoostingRanker,
      org.cairnml.boosting.GradientBoostingRegressor;
  provides org.cairnml.core.ModelCodec with
      org.cairnml.baseline.DummyClassificationCodec,
      org.cairnml.baseline.DummyRegressionCodec,
      org.cairnml.cluster.KMeansModelCodec,
      org.cairnml.linear.GeneralizedLinearFitCodec,
      org.cairnml.linear.HuberModelCodec,
      org.cairnml.linear.IsotonicModelCodec,
      org.cairnml.linear.LinearDiscriminantModelCodec,
      org.cairnml.linear.LinearModelCodec,
      org.cairnml.linear.LinearRegressionModelCodec,
      org.cairnml.linear.LogisticModelCodec,
      org.cairnml.linear.QuadraticDiscriminantModelCodec,
      org.cairnml.linear.SGDMarginModelCodec,
      org.cairnml.linear.SGDProbabilityModelCodec,
      org.cairnml.linear.SGDRegressionModelCodec,
      org.cairnml.meta.CalibratedModelCodec,
      org.cairnml.meta.ConformalClassificationModelCodec,
      org.cairnml.meta.ConformalQuantileModelCodec,
      org.cairnml.meta.ConformalRegressionModelCodec,
      org.cairnml.meta.ThresholdModelCodec,
      org.cairnml.tree.ClassificationForestCodec,
      org.cairnml.tree.ClassificationTreeCodec,
      org.cairnml.tree.RegressionForestCodec,
      org.cairnml.tree.RegressionTreeCodec,
      org.cairnml.boosting.ClassificationBoostingCodec,
      org.cairnml.boosting.RankingBoostingCodec,
      org.cairnml.boosting.RegressionBoostingCodec;
}
