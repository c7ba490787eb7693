package org.cairnml.preprocessing.text;

import java.util.List;
import java.util.Set;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/** Fields: {@code words}, {@code dimensions}, {@code values} (the vectors one after the other). */
public final class AverageWordVectorsModelCodec implements ModelCodec<AverageWordVectorsModel> {

  /** For the service loader. */
  public AverageWordVectorsModelCodec() {}

  @Override
  public String typeId() {
    return "text.averageWordVectors";
  }

  @Override
  public Class<AverageWordVectorsModel> type() {
    return AverageWordVectorsModel.class;
  }

  @Override
  public Fields write(AverageWordVectorsModel model) {
    WordVectors vectors = model.vectors();
    return Fields.create()
        .setStrings("words", vectors.words())
        .set("dimensions", vectors.dimensions())
        .set("values", vectors.values());
  }

  @Override
  public AverageWordVectorsModel read(Fields fields) {
    List<String> words = fields.getStrings("words");
    int dimensions = fields.getInt("dimensions");
    float[] values = fields.getFloats("values");
    if (dimensions < 1
        || (long) words.size() * dimensions != values.length
        || Set.copyOf(words).size() != words.size()) {
      throw new FormatException(
          "%d numbers for %d distinct words x %d"
              .formatted(values.length, Set.copyOf(words).size(), dimensions));
    }
    return new AverageWordVectorsModel(new WordVectors(words, dimensions, values));
  }
}
