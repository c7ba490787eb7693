package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.TransformModel;

/** What several transformations make of a row, side by side. */
public final class FeatureUnionModel extends FittedTransform {

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
