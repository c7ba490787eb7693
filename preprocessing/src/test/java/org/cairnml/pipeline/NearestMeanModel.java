package org.cairnml.pipeline;

import java.util.List;
import org.cairnml.core.Fields;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;

/** Class means; probabilities fall with the squared distance. */
public record NearestMeanModel(
    Schema schema, List<String> classes, double[][] means, FitSummary summary)
    implements ProbabilityModel {

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    schema.check(row, Missing.REFUSED);
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < means.length; c++) {
      out[c] = 0;
      for (int j = 0; j < row.length; j++) {
        out[c] += (row[j] - means[c][j]) * (row[j] - means[c][j]);
      }
      least = Math.min(least, out[c]);
    }
    double total = 0;
    for (int c = 0; c < means.length; c++) {
      out[c] = Math.exp(least - out[c]);
      total += out[c];
    }
    for (int c = 0; c < means.length; c++) {
      out[c] /= total;
    }
  }

  /** Saves it. */
  public static final class Codec implements ModelCodec<NearestMeanModel> {

    /** For the service loader. */
    public Codec() {}

    @Override
    public String typeId() {
      return "test.nearest-mean";
    }

    @Override
    public Class<NearestMeanModel> type() {
      return NearestMeanModel.class;
    }

    @Override
    public Fields write(NearestMeanModel model) {
      return Fields.create()
          .set("schema", model.schema())
          .setStrings("classes", model.classes())
          .set("means", Matrix.of(model.means()))
          .set("summary", model.summary());
    }

    @Override
    public NearestMeanModel read(Fields fields) {
      return new NearestMeanModel(
          fields.getSchema("schema"),
          fields.getStrings("classes"),
          fields.getMatrix("means").toArray(),
          fields.getSummary("summary"));
    }
  }
}
