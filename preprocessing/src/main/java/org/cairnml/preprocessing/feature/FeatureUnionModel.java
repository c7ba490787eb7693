package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.SparseTransformModel;
import org.cairnml.core.TransformModel;
import org.cairnml.linalg.LinearOperator;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseBuilder;
import org.cairnml.linalg.SparseMatrix;

/** What several transformations make of a row, side by side. */
public final class FeatureUnionModel extends FittedTransform implements SparseTransformModel {

  private final List<TransformModel> parts;

  FeatureUnionModel(Schema schema, List<TransformModel> parts, FitSummary summary) {
    super(schema, output(parts), summary);
    this.parts = List.copyOf(parts);
  }

  private static Schema output(List<TransformModel> parts) {
    List<Feature> features = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int k = 0; k < parts.size(); k++) {
      List<Feature> made = parts.get(k).output().features();
      for (Feature feature : made) {
        String name = feature.name();
        features.add(
            taken.contains(name)
                ? new Feature(name + " [" + (k + 1) + "]", feature.levels())
                : feature);
      }
      made.forEach(feature -> taken.add(feature.name()));
    }
    return new Schema(features);
  }

  /** The fitted transformers, in their order. */
  public List<TransformModel> parts() {
    return parts;
  }

  /** If a part does. */
  @Override
  public boolean makesZeros() {
    return parts.stream().anyMatch(FeatureUnionModel::makesZeros);
  }

  static boolean makesZeros(TransformModel part) {
    return part instanceof SparseTransformModel sparse && sparse.makesZeros();
  }

  @Override
  public void transformInto(double[] row, SparseBuilder out) {
    double[] made = transform(row);
    for (int j = 0; j < made.length; j++) {
      out.add(j, made[j]);
    }
  }

  @Override
  public SparseMatrix transformSparse(Matrix x) {
    return SparseMatrix.besides(
        parts.stream()
            .map(
                part ->
                    part instanceof SparseTransformModel s
                        ? s.transformSparse(x)
                        : part.transform(x))
            .toArray(LinearOperator[]::new));
  }

  /** Sparse features stay sparse where a part keeps them so. */
  @Override
  public Dataset transform(Dataset data) {
    return data.isSparse()
        ? besides(data, parts.stream().map(part -> part.transform(data)).toList())
        : super.transform(data);
  }

  /** The columns of all parts, sparse if a part's are. */
  Dataset besides(Dataset data, List<Dataset> made) {
    if (made.stream().anyMatch(Dataset::isSparse)) {
      SparseMatrix[] blocks = made.stream().map(Dataset::sparse).toArray(SparseMatrix[]::new);
      return data.withFeatures(SparseMatrix.besides(blocks), output());
    }
    Matrix all = Matrix.zeros(data.rows(), output().width());
    int at = 0;
    for (Dataset block : made) {
      for (int i = 0; i < block.rows(); i++) {
        for (int j = 0; j < block.cols(); j++) {
          all.set(i, at + j, block.x().get(i, j));
        }
      }
      at += block.cols();
    }
    return data.withFeatures(all, output());
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    int at = 0;
    for (TransformModel part : parts) {
      double[] made = part.transform(row);
      System.arraycopy(made, 0, out, at, made.length);
      at += made.length;
    }
  }
}
