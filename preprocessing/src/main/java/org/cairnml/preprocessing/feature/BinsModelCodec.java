package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;
import org.cairnml.preprocessing.column.Names;

/**
 * Fields: {@code schema}, {@code columns} (for each its {@code cuts}, ascending), {@code encoding},
 * {@code summary}.
 */
public final class BinsModelCodec implements ModelCodec<BinsModel> {

  /** For the service loader. */
  public BinsModelCodec() {}

  @Override
  public String typeId() {
    return "feature.bins";
  }

  @Override
  public Class<BinsModel> type() {
    return BinsModel.class;
  }

  @Override
  public Fields write(BinsModel model) {
    List<Fields> columns = new ArrayList<>();
    for (int j = 0; j < model.schema().width(); j++) {
      columns.add(Fields.create().set("cuts", model.cuts(j)));
    }
    return Fields.create()
        .set("schema", model.schema())
        .setList("columns", columns)
        .set("encoding", model.encoding().name())
        .set("summary", model.summary());
  }

  @Override
  public BinsModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    List<double[]> cuts =
        fields.getList("columns").stream().map(column -> column.getDoubles("cuts")).toList();
    if (cuts.size() != schema.width()) {
      throw new FormatException("a discretizer has another number of cuts than columns");
    }
    for (int j = 0; j < schema.width(); j++) {
      for (int k = 1; k < cuts.get(j).length; k++) {
        if (!(cuts.get(j)[k - 1] < cuts.get(j)[k])) {
          throw new FormatException(
              "the cuts of column '" + schema.name(j) + "' of a discretizer do not ascend");
        }
      }
    }
    return new BinsModel(
        schema,
        cuts,
        Names.constant(fields, "encoding", BinEncoding.class),
        fields.getSummary("summary"));
  }
}
