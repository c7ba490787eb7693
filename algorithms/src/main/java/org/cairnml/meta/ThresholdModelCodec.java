package org.cairnml.meta;

import java.util.Arrays;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.ProbabilityModel;

/** Fields: {@code base} (a model), {@code factors} (one a class), {@code summary}. */
public final class ThresholdModelCodec implements ModelCodec<ThresholdModel> {

  /** For the service loader. */
  public ThresholdModelCodec() {}

  @Override
  public String typeId() {
    return "meta.threshold";
  }

  @Override
  public Class<ThresholdModel> type() {
    return ThresholdModel.class;
  }

  @Override
  public Fields write(ThresholdModel model) {
    return Fields.create()
        .setModel("base", model.base())
        .set("factors", model.factors())
        .set("summary", model.summary());
  }

  @Override
  public ThresholdModel read(Fields fields) {
    ProbabilityModel base = fields.getModel("base", ProbabilityModel.class);
    double[] factors = fields.getDoubles("factors");
    if (factors.length != base.classes().size()
        || !Arrays.stream(factors).allMatch(f -> f > 0 && f < Double.POSITIVE_INFINITY)) {
      throw new FormatException(
          "the factors " + Arrays.toString(factors) + " do not suit the classes " + base.classes());
    }
    return new ThresholdModel(base, factors, fields.getSummary("summary"));
  }
}
