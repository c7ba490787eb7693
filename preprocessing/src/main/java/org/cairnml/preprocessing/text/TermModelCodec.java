package org.cairnml.preprocessing.text;

import java.util.List;
import java.util.Set;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/**
 * Fields: those of a {@code Cutter}, {@code terms}, {@code weights} (one a term, or none for 1),
 * {@code sublinear}, {@code binary}, {@code normalize}.
 */
public final class TermModelCodec implements ModelCodec<TermModel> {

  /** For the service loader. */
  public TermModelCodec() {}

  @Override
  public String typeId() {
    return "text.terms";
  }

  @Override
  public Class<TermModel> type() {
    return TermModel.class;
  }

  @Override
  public Fields write(TermModel model) {
    return CutterFields.write(model.cutter())
        .setStrings("terms", model.terms())
        .set("weights", model.factors())
        .set("sublinear", model.isSublinear())
        .set("binary", model.isBinary())
        .set("normalize", model.isNormalized());
  }

  @Override
  public TermModel read(Fields fields) {
    Cutter cutter = CutterFields.read(fields);
    List<String> terms = fields.getStrings("terms");
    if (Set.copyOf(terms).size() != terms.size()) {
      throw new FormatException("a term stands twice in a vocabulary");
    }
    return new TermModel(
        cutter,
        terms,
        fields.getDoubles("weights"),
        fields.getBoolean("sublinear"),
        fields.getBoolean("binary"),
        fields.getBoolean("normalize"));
  }
}
