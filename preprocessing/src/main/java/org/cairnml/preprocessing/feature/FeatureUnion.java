package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.Progress;
import org.cairnml.core.CrossFittedTransformer;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.SparseTransformModel;
import org.cairnml.core.Summary;
import org.cairnml.core.TransformModel;
import org.cairnml.core.Transformer;

/**
 * Several transformers of the same columns, what they make side by side: {@code new
 * FeatureUnion(List.of(new StandardScaler(), new KBinsDiscretizer()))}. A name that an earlier part
 * has taken gets the number of the part behind it, as {@code "age [2]"}.
 *
 * @param parts the transformers, in the order of their columns; at least one
 */
@Summary("Several transformers of the same columns, side by side")
public record FeatureUnion(@Param("The transformers") List<Transformer<?>> parts)
    implements CrossFittedTransformer<FeatureUnionModel>,
        HandlesMissing,
        HandlesCategories,
        HandlesSparse,
        FeatureUnionParams {

  /** Keeps its own copy. */
  public FeatureUnion {
    FeatureUnionParams.check(parts);
    parts = List.copyOf(parts);
  }

  /** No parts yet. */
  public FeatureUnion() {
    this(List.of());
  }

  @Override
  public FeatureUnionModel fit(Dataset data, FitOptions options) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "a feature union needs at least one part; give them by withParts(List.of(...))");
    }
    data.check(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("feature-union", 1);
    FitOptions inner = options.withProgress(Progress.none());
    List<TransformModel> models = new ArrayList<>();
    for (Transformer<?> part : parts) {
      models.add(part.fit(part instanceof HandlesSparse ? data : data.dense(), inner));
    }
    monitor.step(Double.NaN);
    return new FeatureUnionModel(data.schema(), models, monitor.summary(1, true, Double.NaN));
  }

  @Override
  public Dataset transformTraining(FeatureUnionModel model, Dataset data, FitOptions options) {
    List<Dataset> made = new ArrayList<>();
    for (int k = 0; k < parts.size(); k++) {
      made.add(transformTraining(parts.get(k), model.parts().get(k), data, options));
    }
    return model.besides(data, made);
  }

  @SuppressWarnings("unchecked")
  private static Dataset transformTraining(
      Transformer<?> part, TransformModel model, Dataset data, FitOptions options) {
    return part instanceof CrossFittedTransformer<?> crossFitted
        ? ((CrossFittedTransformer<TransformModel>) crossFitted)
            .transformTraining(model, part instanceof HandlesSparse ? data : data.dense(), options)
        : transform(model, data);
  }

  /** What a part makes, sparse where that is mostly zeros. */
  private static Dataset transform(TransformModel part, Dataset data) {
    return !data.isSparse() && FeatureUnionModel.makesZeros(part)
        ? data.withFeatures(((SparseTransformModel) part).transformSparse(data.x()), part.output())
        : part.transform(data);
  }
}
