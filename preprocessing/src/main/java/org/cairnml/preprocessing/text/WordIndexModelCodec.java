package org.cairnml.preprocessing.text;

import java.util.List;
import java.util.Set;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/** Fields: {@code words} in the order of their numbers, {@code unknownFirst}, {@code lowercase}. */
public final class WordIndexModelCodec implements ModelCodec<WordIndexModel> {

  /** For the service loader. */
  public WordIndexModelCodec() {}

  @Override
  public String typeId() {
    return "text.wordIndex";
  }

  @Override
  public Class<WordIndexModel> type() {
    return WordIndexModel.class;
  }

  @Override
  public Fields write(WordIndexModel model) {
    return Fields.create()
        .setStrings("words", model.words())
        .set("unknownFirst", model.hasUnknownToken())
        .set("lowercase", model.isLowercase());
  }

  @Override
  public WordIndexModel read(Fields fields) {
    List<String> words = fields.getStrings("words");
    if (words.isEmpty() || Set.copyOf(words).size() != words.size()) {
      throw new FormatException("no words, or one stands twice in a word index");
    }
    return new WordIndexModel(
        words, fields.getBoolean("unknownFirst"), fields.getBoolean("lowercase"));
  }
}
