package org.cairnml.preprocessing.impute;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Feature;
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
    List<Filling> all = model.fillings();
    List<Feature> features = all.stream().map(Filling::output).toList();
    return Fields.create()
        .set("schema", model.schema())
        .set("columns", all.stream().mapToInt(Filling::column).toArray())
        .set("output", new Schema(features))
        .set("values", all.stream().mapToDouble(Filling::value).toArray())
        .set("anyMissing", all.stream().mapToInt(f -> f.anyMissing() ? 1 : 0).toArray())
        .set("indicator", model.hasIndicator())
        .set("summary", model.summary());
  }

  @Override
  public SimpleImputerModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    Schema output = fields.getSchema("output");
    int[] columns = fields.getInts("columns");
    double[] values = fields.getDoubles("values");
    int[] anyMissing = fields.getInts("anyMissing");
    if (columns.length != output.width()
        || columns.length != values.length
        || columns.length != anyMissing.length) {
      throw new FormatException("the fields of an imputer are of unequal length");
    }
    List<Filling> fillings = new ArrayList<>();
    for (int k = 0; k < columns.length; k++) {
      if (columns[k] < 0 || columns[k] >= schema.width()) {
        throw new FormatException("an imputer has no column " + columns[k]);
      }
      fillings.add(new Filling(columns[k], output.get(k), values[k], anyMissing[k] != 0));
    }
    return new SimpleImputerModel(
        schema, fillings, fields.getBoolean("indicator"), fields.getSummary("summary"));
  }
}
