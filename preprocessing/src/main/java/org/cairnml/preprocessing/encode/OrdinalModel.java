package org.cairnml.preprocessing.encode;

import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.InvertibleTransformModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/**
 * Takes the index of each category for a number. Numeric columns pass through.
 *
 * <p>Its inverse makes the number of unseen categories a missing value, as scikit-learn does.
 */
public final class OrdinalModel extends FittedTransform implements InvertibleTransformModel {

  private final double unseen;

  /** Keeps its arguments. */
  OrdinalModel(Schema schema, double unseen, FitSummary summary) {
    super(schema, Schema.numeric(schema.names().toArray(String[]::new)), summary);
    this.unseen = unseen;
  }

  /** The number of a category that is none of the levels. */
  public double unseen() {
    return unseen;
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.ALLOWED);
    for (int j = 0; j < row.length; j++) {
      out[j] = index(j, row[j]) == Levels.UNSEEN ? unseen : row[j];
    }
  }

  /** {@inheritDoc} Numbers that stand for no level are refused. */
  @Override
  public void inverseInto(double[] transformed, double[] out) {
    output().check(transformed, Missing.ALLOWED);
    for (int j = 0; j < transformed.length; j++) {
      boolean unknown = schema().get(j).isCategory() && transformed[j] == unseen;
      out[j] = unknown || index(j, transformed[j]) == Levels.UNSEEN ? Double.NaN : transformed[j];
    }
  }

  /** The level that a value stands for; of a numeric column the first. */
  private int index(int j, double value) {
    Feature feature = schema().get(j);
    return feature.isCategory() ? Levels.index(value, feature.levels().size(), feature.name()) : 0;
  }
}
