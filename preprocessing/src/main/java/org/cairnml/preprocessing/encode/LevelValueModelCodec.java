package org.cairnml.preprocessing.encode;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/**
 * Fields: {@code schema}, {@code suffixes}, {@code values} (a {@code table} for each category
 * column: a row for each level, one for unseen and one for missing categories), {@code summary}.
 */
public final class LevelValueModelCodec implements ModelCodec<LevelValueModel> {

  /** For the service loader. */
  public LevelValueModelCodec() {}

  @Override
  public String typeId() {
    return "encode.level-values";
  }

  @Override
  public Class<LevelValueModel> type() {
    return LevelValueModel.class;
  }

  @Override
  public Fields write(LevelValueModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .setStrings("suffixes", model.suffixes())
        .setList(
            "values", model.tables().stream().map(t -> Fields.create().set("table", t)).toList())
        .set("summary", model.summary());
  }

  @Override
  public LevelValueModel read(Fields fields) {
    return new LevelValueModel(
        fields.getSchema("schema"),
        fields.getStrings("suffixes"),
        fields.getList("values").stream().map(f -> f.getMatrix("table")).toList(),
        fields.getSummary("summary"));
  }
}
