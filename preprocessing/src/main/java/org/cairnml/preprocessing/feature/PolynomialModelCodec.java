package org.cairnml.preprocessing.feature;

import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/**
 * Fields: {@code schema}, {@code terms} (for each product its {@code factors}, the indices of
 * columns), {@code summary}.
 */
public final class PolynomialModelCodec implements ModelCodec<PolynomialModel> {

  /** For the service loader. */
  public PolynomialModelCodec() {}

  @Override
  public String typeId() {
    return "feature.polynomial";
  }

  @Override
  public Class<PolynomialModel> type() {
    return PolynomialModel.class;
  }

  @Override
  public Fields write(PolynomialModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .setList(
            "terms",
            model.terms().stream().map(term -> Fields.create().set("factors", term)).toList())
        .set("summary", model.summary());
  }

  @Override
  public PolynomialModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    List<int[]> terms =
        fields.getList("terms").stream().map(term -> term.getInts("factors")).toList();
    for (int[] term : terms) {
      for (int column : term) {
        if (column < 0 || column >= schema.width()) {
          throw new FormatException(
              "a product of polynomial features takes column " + column + " of " + schema.width());
        }
      }
    }
    return new PolynomialModel(schema, terms, fields.getSummary("summary"));
  }
}
