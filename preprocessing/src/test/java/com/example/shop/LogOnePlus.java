package com.example.shop;

import org.cairnml.core.Dataset;
import org.cairnml.core.Fields;
import org.cairnml.core.FitOptions;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Transformer;

/** A transformer as a user would write it: the logarithm of 1 + x over the largest in training. */
public record LogOnePlus() implements Transformer<LogOnePlus.Fitted>, HandlesMissing {

  @Override
  public Fitted fit(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    double[] largest = new double[data.cols()];
    for (int i = 0; i < data.rows(); i++) {
      for (int j = 0; j < largest.length; j++) {
        double value = data.x().get(i, j);
        largest[j] = value > largest[j] ? value : largest[j];
      }
    }
    var summary = options.monitor("log-one-plus", 1).summary(1, true, Double.NaN);
    return new Fitted(data.schema(), largest, summary);
  }

  /** What it has learned. */
  public static final class Fitted extends FittedTransform {

    private final double[] largest;

    Fitted(Schema schema, double[] largest, FitSummary summary) {
      super(schema, schema, summary);
      this.largest = largest;
    }

    @Override
    public void transformInto(double[] row, double[] out) {
      schema().check(row, Missing.ALLOWED);
      for (int j = 0; j < row.length; j++) {
        out[j] = Math.log1p(row[j]) / Math.log1p(largest[j]);
      }
    }
  }

  /** Saves and reads it: named by a service, as any codec. */
  public static final class Codec implements ModelCodec<Fitted> {

    @Override
    public String typeId() {
      return "com.example.log-one-plus";
    }

    @Override
    public Class<Fitted> type() {
      return Fitted.class;
    }

    @Override
    public Fields write(Fitted model) {
      return Fields.create()
          .set("schema", model.schema())
          .set("largest", model.largest)
          .set("summary", model.summary());
    }

    @Override
    public Fitted read(Fields fields) {
      return new Fitted(
          fields.getSchema("schema"), fields.getDoubles("largest"), fields.getSummary("summary"));
    }
  }
}
