package org.cairnml.preprocessing.text;

import java.util.Set;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.preprocessing.column.Names;

/**
 * A cutter in the fields of a model: {@code cut} (a constant of {@link Terms}), {@code lowercase},
 * {@code shortest}, {@code longest}, {@code stopWords}, {@code stemming} (a constant of {@link
 * Stemming}, none if absent).
 */
final class CutterFields {

  private CutterFields() {}

  static Fields write(Cutter cutter) {
    return Fields.create()
        .set("cut", cutter.terms().name())
        .set("lowercase", cutter.lowercase())
        .set("shortest", cutter.shortest())
        .set("longest", cutter.longest())
        .setStrings("stopWords", cutter.stopWords().stream().sorted().toList())
        .set("stemming", cutter.stemming().name());
  }

  static Cutter read(Fields fields) {
    int shortest = fields.getInt("shortest");
    int longest = fields.getInt("longest");
    if (shortest < 1 || longest < shortest) {
      throw new FormatException("terms of " + shortest + " to " + longest + " parts");
    }
    return new Cutter(
        Names.constant(fields, "cut", Terms.class),
        fields.getBoolean("lowercase"),
        shortest,
        longest,
        Set.copyOf(fields.getStrings("stopWords")),
        fields.has("stemming")
            ? Names.constant(fields, "stemming", Stemming.class)
            : Stemming.NONE);
  }
}
