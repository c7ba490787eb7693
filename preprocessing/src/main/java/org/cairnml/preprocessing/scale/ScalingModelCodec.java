package org.cairnml.preprocessing.scale;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/**
 * Fields: {@code schema}, {@code centers} (d), {@code scales} (d), {@code low}, {@code high},
 * {@code summary}.
 */
public final class ScalingModelCodec implements ModelCodec<ScalingModel> {

  /** For the service loader. */
  public ScalingModelCodec() {}

  @Override
  public String typeId() {
    return "scale.linear";
  }

  @Override
  public Class<ScalingModel> type() {
    return ScalingModel.class;
  }

  @Override
  public Fields write(ScalingModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("centers", model.centers())
        .set("scales", model.scales())
        .set("low", model.low())
        .set("high", model.high())
        .set("summary", model.summary());
  }

  @Override
  public ScalingModel read(Fields fields) {
    return new ScalingModel(
        fields.getSchema("schema"),
        fields.getDoubles("centers"),
        fields.getDoubles("scales"),
        fields.getDouble("low"),
        fields.getDouble("high"),
        fields.getSummary("summary"));
  }
}
