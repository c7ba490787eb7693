package org.cairnml.linear;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/** Fields: {@code schema}, {@code state} (see {@link SGDMarginModelCodec}), {@code summary}. */
public final class SGDRegressionModelCodec implements ModelCodec<SGDRegressionModel> {

  /** For the service loader. */
  public SGDRegressionModelCodec() {}

  @Override
  public String typeId() {
    return "linear.sgd-regression";
  }

  @Override
  public Class<SGDRegressionModel> type() {
    return SGDRegressionModel.class;
  }

  @Override
  public Fields write(SGDRegressionModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("state", model.state().write())
        .set("summary", model.summary());
  }

  @Override
  public SGDRegressionModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    return new SGDRegressionModel(
        schema,
        SGDState.read(fields.getFields("state"), schema.width()),
        fields.getSummary("summary"));
  }
}
