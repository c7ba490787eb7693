package org.cairnml.linear;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/** Fields: {@code line} (a linear.model), {@code scale}, {@code epsilon}. */
public final class HuberModelCodec implements ModelCodec<HuberModel> {

  /** For the service loader. */
  public HuberModelCodec() {}

  @Override
  public String typeId() {
    return "linear.huber";
  }

  @Override
  public Class<HuberModel> type() {
    return HuberModel.class;
  }

  @Override
  public Fields write(HuberModel model) {
    return Fields.create()
        .setModel("line", model.line())
        .set("scale", model.scale())
        .set("epsilon", model.epsilon());
  }

  @Override
  public HuberModel read(Fields fields) {
    return new HuberModel(
        fields.getModel("line", LinearModel.class),
        fields.getDouble("scale"),
        fields.getDouble("epsilon"));
  }
}
