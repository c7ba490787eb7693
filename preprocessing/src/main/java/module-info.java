/** From tables to matrices: transformers and pipelines. */
module org.cairnml.preprocessing {
  requires transitive org.cairnml.core;
  requires transitive org.cairnml.metrics;
  requires org.apache.commons.statistics.distribution;
  requires static org.apache.lucene.analysis.common;

  exports org.cairnml.pipeline;
  exports org.cairnml.preprocessing.encode;
  exports org.cairnml.preprocessing.feature;
  exports org.cairnml.preprocessing.impute;
  exports org.cairnml.preprocessing.outlier;
  exports org.cairnml.preprocessing.scale;
  exports org.cairnml.preprocessing.select;
  exports org.cairnml.preprocessing.text;

  provides org.cairnml.core.Learner with
      org.cairnml.preprocessing.encode.FrequencyEncoder,
      org.cairnml.preprocessing.encode.OneHotEncoder,
      org.cairnml.preprocessing.encode.OrdinalEncoder,
      org.cairnml.preprocessing.encode.TargetEncoder,
      org.cairnml.preprocessing.feature.CyclicFeatures,
      org.cairnml.preprocessing.feature.FeatureUnion,
      org.cairnml.preprocessing.feature.KBinsDiscretizer,
      org.cairnml.preprocessing.feature.PolynomialFeatures,
      org.cairnml.preprocessing.feature.RatioFeatures,
      org.cairnml.preprocessing.impute.KNNImputer,
      org.cairnml.preprocessing.impute.SimpleImputer,
      org.cairnml.preprocessing.outlier.OutlierBounds,
      org.cairnml.preprocessing.scale.MaxAbsScaler,
      org.cairnml.preprocessing.scale.MinMaxScaler,
      org.cairnml.preprocessing.scale.Normalizer,
      org.cairnml.preprocessing.scale.PowerTransformer,
      org.cairnml.preprocessing.scale.QuantileTransformer,
      org.cairnml.preprocessing.scale.RobustScaler,
      org.cairnml.preprocessing.scale.StandardScaler,
      org.cairnml.preprocessing.select.SelectKBest,
      org.cairnml.preprocessing.select.VarianceThreshold;
  provides org.cairnml.core.ModelCodec with
      org.cairnml.pipeline.PipelineModelCodec,
      org.cairnml.preprocessing.encode.LevelValueModelCodec,
      org.cairnml.preprocessing.encode.OneHotModelCodec,
      org.cairnml.preprocessing.encode.OrdinalModelCodec,
      org.cairnml.preprocessing.feature.BinsModelCodec,
      org.cairnml.preprocessing.feature.CyclicModelCodec,
      org.cairnml.preprocessing.feature.FeatureUnionModelCodec,
      org.cairnml.preprocessing.feature.PolynomialModelCodec,
      org.cairnml.preprocessing.feature.RatioModelCodec,
      org.cairnml.preprocessing.feature.RfmModelCodec,
      org.cairnml.preprocessing.impute.KNNImputerModelCodec,
      org.cairnml.preprocessing.impute.SimpleImputerModelCodec,
      org.cairnml.preprocessing.outlier.OutlierModelCodec,
      org.cairnml.preprocessing.scale.NormalizerModelCodec,
      org.cairnml.preprocessing.scale.PowerModelCodec,
      org.cairnml.preprocessing.scale.QuantileModelCodec,
      org.cairnml.preprocessing.scale.ScalingModelCodec,
      org.cairnml.preprocessing.select.SelectionModelCodec,
      org.cairnml.preprocessing.text.AverageWordVectorsModelCodec,
      org.cairnml.preprocessing.text.HashingModelCodec,
      org.cairnml.preprocessing.text.TermModelCodec,
      org.cairnml.preprocessing.text.TextFeaturesModelCodec,
      org.cairnml.preprocessing.text.WordIndexModelCodec;
}
