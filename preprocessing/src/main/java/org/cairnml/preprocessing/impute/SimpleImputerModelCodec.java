package org.cairnml.preprocessing.impute;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/**
 * Fields: {@code schema}; {@code columns} (the input columns that are kept), {@code output} (what
 * they become, a schema), {@code values} (what fills them), {@code anyMissing} (0 or 1); {@code
 * indicator}, {@code summary}.
 */
public final class SimpleImputerModelCodec implements ModelCodec<SimpleImputerModel> {

  /** For the service loader. */
  public SimpleImputerModelCodec() {}

  @Override
  public String typeId() {
    return "impute.simple";
  }

  @Override
  public Class<SimpleImputerModel> type() {
    return SimpleImputerModel.class;
  }

  @Override
  public Fields write(SimpleImputerModel model) {
    Fields fields = Fields.create().set("schema", model.schema());
    model.fillings().write(fields);
    return fields.set("summary", model.summary());
  }

  @Override
  public SimpleImputerModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    return new SimpleImputerModel(
        schema, Fillings.read(fields, schema), fields.getSummary("summary"));
  }
}
