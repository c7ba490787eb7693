package org.cairnml.preprocessing.feature;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/** Fields: {@code schema}, {@code byZero}, {@code summary}. */
public final class RatioModelCodec implements ModelCodec<RatioModel> {

  /** For the service loader. */
  public RatioModelCodec() {}

  @Override
  public String typeId() {
    return "feature.ratio";
  }

  @Override
  public Class<RatioModel> type() {
    return RatioModel.class;
  }

  @Override
  public Fields write(RatioModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("byZero", model.byZero())
        .set("summary", model.summary());
  }

  @Override
  public RatioModel read(Fields fields) {
    return new RatioModel(
        fields.getSchema("schema"), fields.getDouble("byZero"), fields.getSummary("summary"));
  }
}
