package org.cairnml.baseline;

import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/**
 * Fields: {@code schema}, {@code classes}, {@code chances} (k), {@code drawn}, {@code seed}, {@code
 * summary}.
 */
public final class DummyClassificationCodec implements ModelCodec<DummyClassification> {

  /** For the service loader. */
  public DummyClassificationCodec() {}

  @Override
  public String typeId() {
    return "baseline.classification";
  }

  @Override
  public Class<DummyClassification> type() {
    return DummyClassification.class;
  }

  @Override
  public Fields write(DummyClassification model) {
    return Fields.create()
        .set("schema", model.schema())
        .setStrings("classes", model.classes())
        .set("chances", model.chances())
        .set("drawn", model.answer() == DummyClassification.Answer.DRAWN)
        .set("seed", model.seed())
        .set("summary", model.summary());
  }

  @Override
  public DummyClassification read(Fields fields) {
    List<String> classes = fields.getStrings("classes");
    double[] chances = fields.getDoubles("chances");
    if (classes.isEmpty() || chances.length != classes.size()) {
      throw new FormatException(
          "%d chances do not fit %d classes".formatted(chances.length, classes.size()));
    }
    return new DummyClassification(
        fields.getSchema("schema"),
        classes,
        chances,
        fields.getBoolean("drawn")
            ? DummyClassification.Answer.DRAWN
            : DummyClassification.Answer.FIXED,
        fields.getLong("seed"),
        fields.getSummary("summary"));
  }
}
