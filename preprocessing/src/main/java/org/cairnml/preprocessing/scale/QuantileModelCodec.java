package org.cairnml.preprocessing.scale;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.preprocessing.column.Names;

/**
 * Fields: {@code schema}, {@code columns} (the {@code landmarks} of each), {@code shape}, {@code
 * summary}.
 */
public final class QuantileModelCodec implements ModelCodec<QuantileModel> {

  /** For the service loader. */
  public QuantileModelCodec() {}

  @Override
  public String typeId() {
    return "scale.quantile";
  }

  @Override
  public Class<QuantileModel> type() {
    return QuantileModel.class;
  }

  @Override
  public Fields write(QuantileModel model) {
    List<Fields> columns = new ArrayList<>();
    for (int j = 0; j < model.schema().width(); j++) {
      columns.add(Fields.create().set("landmarks", model.landmarks(j)));
    }
    return Fields.create()
        .set("schema", model.schema())
        .setList("columns", columns)
        .set("shape", model.shape().name())
        .set("summary", model.summary());
  }

  @Override
  public QuantileModel read(Fields fields) {
    return new QuantileModel(
        fields.getSchema("schema"),
        fields.getList("columns").stream().map(f -> f.getDoubles("landmarks")).toList(),
        Names.constant(fields, "shape", Shape.class),
        fields.getSummary("summary"));
  }
}
