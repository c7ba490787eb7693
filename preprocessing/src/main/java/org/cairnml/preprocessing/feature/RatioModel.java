package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** Adds the ratio of each numeric column to each after it. */
public final class RatioModel extends FittedTransform {

  private final int[] numeric;
  private final double byZero;

  RatioModel(Schema schema, double byZero, FitSummary summary) {
    super(schema, output(schema), summary);
    this.byZero = byZero;
    numeric = numeric(schema);
  }

  private static int[] numeric(Schema schema) {
    return IntStream.range(0, schema.width()).filter(j -> !schema.get(j).isCategory()).toArray();
  }

  private static Schema output(Schema schema) {
    List<Feature> features = new ArrayList<>(schema.features());
    int[] numeric = numeric(schema);
    for (int a = 0; a < numeric.length; a++) {
      for (int b = a + 1; b < numeric.length; b++) {
        features.add(Feature.numeric(schema.name(numeric[a]) + "/" + schema.name(numeric[b])));
      }
    }
    return new Schema(features);
  }

  /** What a division by 0 gives. */
  public double byZero() {
    return byZero;
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.ALLOWED);
    System.arraycopy(row, 0, out, 0, row.length);
    int at = row.length;
    for (int a = 0; a < numeric.length; a++) {
      for (int b = a + 1; b < numeric.length; b++) {
        double below = row[numeric[b]];
        double above = row[numeric[a]];
        out[at] = below == 0 && !Double.isNaN(above) ? byZero : above / below;
        if (Double.isInfinite(out[at])) {
          throw new DataException(
              "column '%s': %s / %s is too large for a number; scale or bound the columns first"
                  .formatted(output().name(at), above, below));
        }
        at++;
      }
    }
  }
}
