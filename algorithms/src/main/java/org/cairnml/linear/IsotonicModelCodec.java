package org.cairnml.linear;

import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/**
 * Fields: {@code schema}, {@code column} (an index), {@code knots} and {@code heights} (as many),
 * {@code out_of_range}, {@code summary}.
 */
public final class IsotonicModelCodec implements ModelCodec<IsotonicModel> {

  /** For the service loader. */
  public IsotonicModelCodec() {}

  @Override
  public String typeId() {
    return "linear.isotonic";
  }

  @Override
  public Class<IsotonicModel> type() {
    return IsotonicModel.class;
  }

  @Override
  public Fields write(IsotonicModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("column", model.column())
        .set("knots", model.curve().knots())
        .set("heights", model.curve().heights())
        .set("out_of_range", model.outOfRange().name())
        .set("summary", model.summary());
  }

  @Override
  public IsotonicModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    int column = fields.getInt("column");
    if (column < 0 || column >= schema.width()) {
      throw new FormatException("column " + column + " of " + schema.width());
    }
    return new IsotonicModel(
        schema,
        column,
        IsotonicCurve.of(fields.getDoubles("knots"), fields.getDoubles("heights")),
        Enums.read(OutOfRange.class, fields.getString("out_of_range")),
        fields.getSummary("summary"));
  }
}
