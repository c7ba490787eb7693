package org.cairnml.preprocessing.select;

import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.preprocessing.column.Names;

/**
 * Fields: {@code schema}, {@code kept} (indices of columns), {@code scores} (d), {@code missing},
 * {@code summary}.
 */
public final class SelectionModelCodec implements ModelCodec<SelectionModel> {

  /** For the service loader. */
  public SelectionModelCodec() {}

  @Override
  public String typeId() {
    return "select.columns";
  }

  @Override
  public Class<SelectionModel> type() {
    return SelectionModel.class;
  }

  @Override
  public Fields write(SelectionModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("kept", model.kept())
        .set("scores", model.scores())
        .set("missing", model.missing().name())
        .set("summary", model.summary());
  }

  @Override
  public SelectionModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    int[] kept = fields.getInts("kept");
    double[] scores = fields.getDoubles("scores");
    boolean fits = scores.length == schema.width();
    for (int j : kept) {
      fits &= j >= 0 && j < schema.width();
    }
    if (!fits) {
      throw new FormatException("a selection of columns does not fit its schema");
    }
    return new SelectionModel(
        schema,
        kept,
        scores,
        Names.constant(fields, "missing", Missing.class),
        fields.getSummary("summary"));
  }
}
