package org.cairnml.core;

/** Writes the fields as they are; refuses a negative "age" as a careless codec would. */
public final class FieldsHolderCodec implements ModelCodec<FieldsHolder> {

  /** For the service loader. */
  public FieldsHolderCodec() {}

  @Override
  public String typeId() {
    return "test.fields";
  }

  @Override
  public Class<FieldsHolder> type() {
    return FieldsHolder.class;
  }

  @Override
  public Fields write(FieldsHolder model) {
    return model.fields();
  }

  @Override
  public FieldsHolder read(Fields fields) {
    if (fields.has("age") && fields.getLong("age") < 0) {
      throw new ArrayIndexOutOfBoundsException("age " + fields.getLong("age"));
    }
    return new FieldsHolder(fields);
  }
}
