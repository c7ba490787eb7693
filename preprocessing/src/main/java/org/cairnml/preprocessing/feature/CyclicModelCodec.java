package org.cairnml.preprocessing.feature;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/** Fields: {@code schema}, {@code period}, {@code summary}. */
public final class CyclicModelCodec implements ModelCodec<CyclicModel> {

  /** For the service loader. */
  public CyclicModelCodec() {}

  @Override
  public String typeId() {
    return "feature.cyclic";
  }

  @Override
  public Class<CyclicModel> type() {
    return CyclicModel.class;
  }

  @Override
  public Fields write(CyclicModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("period", model.period())
        .set("summary", model.summary());
  }

  @Override
  public CyclicModel read(Fields fields) {
    return new CyclicModel(
        fields.getSchema("schema"), fields.getDouble("period"), fields.getSummary("summary"));
  }
}
