package org.cairnml.preprocessing.text;

import java.util.List;
import java.util.Set;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.preprocessing.column.Names;

/**
 * Fields: {@code cut} (a constant of {@link Terms}), {@code lowercase}, {@code shortest}, {@code
 * longest}, {@code stopWords}, {@code terms}, {@code weights} (one a term, or none for 1), {@code
 * sublinear}, {@code binary}, {@code normalize}.
 */
public final class TextModelCodec implements ModelCodec<TextModel> {

  /** For the service loader. */
  public TextModelCodec() {}

  @Override
  public String typeId() {
    return "text.terms";
  }

  @Override
  public Class<TextModel> type() {
    return TextModel.class;
  }

  @Override
  public Fields write(TextModel model) {
    Cutter cutter = model.cutter();
    return Fields.create()
        .set("cut", cutter.terms().name())
        .set("lowercase", cutter.lowercase())
        .set("shortest", cutter.shortest())
        .set("longest", cutter.longest())
        .setStrings("stopWords", cutter.stopWords().stream().sorted().toList())
        .setStrings("terms", model.terms())
        .set("weights", model.factors())
        .set("sublinear", model.isSublinear())
        .set("binary", model.isBinary())
        .set("normalize", model.isNormalized());
  }

  @Override
  public TextModel read(Fields fields) {
    int shortest = fields.getInt("shortest");
    int longest = fields.getInt("longest");
    if (shortest < 1 || longest < shortest) {
      throw new FormatException("terms of " + shortest + " to " + longest + " parts");
    }
    List<String> terms = fields.getStrings("terms");
    if (Set.copyOf(terms).size() != terms.size()) {
      throw new FormatException("a term stands twice in a vocabulary");
    }
    return new TextModel(
        new Cutter(
            Names.constant(fields, "cut", Terms.class),
            fields.getBoolean("lowercase"),
            shortest,
            longest,
            Set.copyOf(fields.getStrings("stopWords"))),
        terms,
        fields.getDoubles("weights"),
        fields.getBoolean("sublinear"),
        fields.getBoolean("binary"),
        fields.getBoolean("normalize"));
  }
}
