package org.cairnml.preprocessing.scale;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.preprocessing.column.Names;

/**
 * Fields: {@code schema}, {@code method}, {@code lambdas} (d), {@code centers} (d), {@code scales}
 * (d), {@code summary}.
 */
public final class PowerModelCodec implements ModelCodec<PowerModel> {

  /** For the service loader. */
  public PowerModelCodec() {}

  @Override
  public String typeId() {
    return "scale.power";
  }

  @Override
  public Class<PowerModel> type() {
    return PowerModel.class;
  }

  @Override
  public Fields write(PowerModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("method", model.method().name())
        .set("lambdas", model.lambdas())
        .set("centers", model.centers())
        .set("scales", model.scales())
        .set("summary", model.summary());
  }

  @Override
  public PowerModel read(Fields fields) {
    return new PowerModel(
        fields.getSchema("schema"),
        Names.constant(fields, "method", PowerMethod.class),
        fields.getDoubles("lambdas"),
        fields.getDoubles("centers"),
        fields.getDoubles("scales"),
        fields.getSummary("summary"));
  }
}
