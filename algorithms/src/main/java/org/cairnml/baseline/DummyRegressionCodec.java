package org.cairnml.baseline;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/** Fields: {@code schema}, {@code number}, {@code summary}. */
public final class DummyRegressionCodec implements ModelCodec<DummyRegression> {

  /** For the service loader. */
  public DummyRegressionCodec() {}

  @Override
  public String typeId() {
    return "baseline.regression";
  }

  @Override
  public Class<DummyRegression> type() {
    return DummyRegression.class;
  }

  @Override
  public Fields write(DummyRegression model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("number", model.number())
        .set("summary", model.summary());
  }

  @Override
  public DummyRegression read(Fields fields) {
    return new DummyRegression(
        fields.getSchema("schema"), fields.getDouble("number"), fields.getSummary("summary"));
  }
}
