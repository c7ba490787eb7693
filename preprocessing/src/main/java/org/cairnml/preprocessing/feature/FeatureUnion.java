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
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.TransformModel;
import org.cairnml.core.Transformer;
import org.cairnml.linalg.Matrix;

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
      models.add(part.fit(data, inner));
    }
    monitor.step(Double.NaN);
    return new FeatureUnionModel(data.schema(), models, monitor.summary(1, true, Double.NaN));
  }

  @Override
  public Dataset transformTraining(FeatureUnionModel model, Dataset data, FitOptions options) {
    List<Matrix> blocks = new ArrayList<>();
    for (int k = 0; k < parts.size(); k++) {
      blocks.add(transformTraining(parts.get(k), model.parts().get(k), data, options).x());
    }
    Matrix all = Matrix.zeros(data.rows(), model.output().width());
    int at = 0;
    for (Matrix block : blocks) {
      for (int i = 0; i < block.rows(); i++) {
        for (int j = 0; j < block.cols(); j++) {
          all.set(i, at + j, block.get(i, j));
        }
      }
      at += block.cols();
    }
    return data.withFeatures(all, model.output());
  }

  @SuppressWarnings("unchecked")
  private static Dataset transformTraining(
      Transformer<?> part, TransformModel model, Dataset data, FitOptions options) {
    return part instanceof CrossFittedTransformer<?> crossFitted
        ? ((CrossFittedTransformer<TransformModel>) crossFitted)
            .transformTraining(model, data, options)
        : model.transform(data);
  }
}
