package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** Turns numbers into points of a circle: {@code <name> sin} and {@code <name> cos}. */
public final class CyclicModel extends FittedTransform {

  private final double period;

  CyclicModel(Schema schema, double period, FitSummary summary) {
    super(schema, output(schema), summary);
    this.period = period;
  }

  private static Schema output(Schema schema) {
    List<Feature> features = new ArrayList<>();
    for (Feature feature : schema.features()) {
      if (feature.isCategory()) {
        features.add(feature);
      } else {
        features.add(Feature.numeric(feature.name() + " sin"));
        features.add(Feature.numeric(feature.name() + " cos"));
      }
    }
    return new Schema(features);
  }

  /** The length of a cycle. */
  public double period() {
    return period;
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.ALLOWED);
    int at = 0;
    for (int j = 0; j < row.length; j++) {
      if (schema().get(j).isCategory()) {
        out[at++] = row[j];
      } else {
        double angle = 2 * Math.PI * (row[j] % period / period);
        out[at++] = Math.sin(angle);
        out[at++] = Math.cos(angle);
      }
    }
  }
}
