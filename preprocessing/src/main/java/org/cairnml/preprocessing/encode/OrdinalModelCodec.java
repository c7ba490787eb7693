package org.cairnml.preprocessing.encode;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/** Fields: {@code schema}, {@code unseen}, {@code summary}. */
public final class OrdinalModelCodec implements ModelCodec<OrdinalModel> {

  /** For the service loader. */
  public OrdinalModelCodec() {}

  @Override
  public String typeId() {
    return "encode.ordinal";
  }

  @Override
  public Class<OrdinalModel> type() {
    return OrdinalModel.class;
  }

  @Override
  public Fields write(OrdinalModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("unseen", model.unseen())
        .set("summary", model.summary());
  }

  @Override
  public OrdinalModel read(Fields fields) {
    return new OrdinalModel(
        fields.getSchema("schema"), fields.getDouble("unseen"), fields.getSummary("summary"));
  }
}
