package org.cairnml.preprocessing.encode;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/**
 * Fields: {@code schema}, {@code output} (a schema), {@code targets} (for each column its {@code
 * to}: the output column of a number, or of each level and then of unseen ones, -1 for none),
 * {@code summary}.
 */
public final class OneHotModelCodec implements ModelCodec<OneHotModel> {

  /** For the service loader. */
  public OneHotModelCodec() {}

  @Override
  public String typeId() {
    return "encode.one-hot";
  }

  @Override
  public Class<OneHotModel> type() {
    return OneHotModel.class;
  }

  @Override
  public Fields write(OneHotModel model) {
    List<Fields> targets = new ArrayList<>();
    for (int j = 0; j < model.schema().width(); j++) {
      targets.add(Fields.create().set("to", model.targets(j)));
    }
    return Fields.create()
        .set("schema", model.schema())
        .set("output", model.output())
        .setList("targets", targets)
        .set("summary", model.summary());
  }

  @Override
  public OneHotModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    Schema output = fields.getSchema("output");
    List<int[]> targets = fields.getList("targets").stream().map(f -> f.getInts("to")).toList();
    if (targets.size() != schema.width()) {
      throw new FormatException("a one-hot encoder has another number of targets than columns");
    }
    for (int j = 0; j < schema.width(); j++) {
      boolean category = schema.get(j).isCategory();
      int lowest = category ? -1 : 0;
      boolean fits = targets.get(j).length == schema.get(j).levels().size() + 1;
      for (int to : targets.get(j)) {
        fits &= to >= lowest && to < output.width();
      }
      if (!fits) {
        throw new FormatException(
            "the targets of column '" + schema.name(j) + "' of a one-hot encoder do not fit");
      }
    }
    return new OneHotModel(schema, output.features(), targets, fields.getSummary("summary"));
  }
}
