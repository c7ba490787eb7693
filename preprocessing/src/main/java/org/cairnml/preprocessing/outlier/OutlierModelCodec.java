package org.cairnml.preprocessing.outlier;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.preprocessing.column.Names;

/** Fields: {@code schema}, {@code low} (d), {@code high} (d), {@code action}, {@code summary}. */
public final class OutlierModelCodec implements ModelCodec<OutlierModel> {

  /** For the service loader. */
  public OutlierModelCodec() {}

  @Override
  public String typeId() {
    return "outlier.bounds";
  }

  @Override
  public Class<OutlierModel> type() {
    return OutlierModel.class;
  }

  @Override
  public Fields write(OutlierModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("low", model.low())
        .set("high", model.high())
        .set("action", model.action().name())
        .set("summary", model.summary());
  }

  @Override
  public OutlierModel read(Fields fields) {
    return new OutlierModel(
        fields.getSchema("schema"),
        fields.getDoubles("low"),
        fields.getDoubles("high"),
        Names.constant(fields, "action", OutlierAction.class),
        fields.getSummary("summary"));
  }
}
