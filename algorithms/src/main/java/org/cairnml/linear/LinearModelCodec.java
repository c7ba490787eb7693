package org.cairnml.linear;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.linalg.Vector;

/** Fields: {@code schema}, {@code coefficients} (d), {@code intercept}, {@code summary}. */
public final class LinearModelCodec implements ModelCodec<LinearModel> {

  /** For the service loader. */
  public LinearModelCodec() {}

  @Override
  public String typeId() {
    return "linear.model";
  }

  @Override
  public Class<LinearModel> type() {
    return LinearModel.class;
  }

  @Override
  public Fields write(LinearModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("coefficients", model.coefficients())
        .set("intercept", model.intercept())
        .set("summary", model.summary());
  }

  @Override
  public LinearModel read(Fields fields) {
    return new LinearModel(
        fields.getSchema("schema"),
        Vector.of(fields.getDoubles("coefficients")),
        fields.getDouble("intercept"),
        fields.getSummary("summary"));
  }
}
