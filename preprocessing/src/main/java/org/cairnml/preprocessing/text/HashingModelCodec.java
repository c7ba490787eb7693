package org.cairnml.preprocessing.text;

import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/**
 * Fields: those of a {@code Cutter}, {@code features}, {@code alternateSign}, {@code normalize}.
 */
public final class HashingModelCodec implements ModelCodec<HashingModel> {

  /** For the service loader. */
  public HashingModelCodec() {}

  @Override
  public String typeId() {
    return "text.hashing";
  }

  @Override
  public Class<HashingModel> type() {
    return HashingModel.class;
  }

  @Override
  public Fields write(HashingModel model) {
    return CutterFields.write(model.cutter())
        .set("features", model.width())
        .set("alternateSign", model.hasAlternateSign())
        .set("normalize", model.isNormalized());
  }

  @Override
  public HashingModel read(Fields fields) {
    int features = fields.getInt("features");
    if (features < 1) {
      throw new FormatException(features + " features of hashed terms");
    }
    return new HashingModel(
        CutterFields.read(fields),
        features,
        fields.getBoolean("alternateSign"),
        fields.getBoolean("normalize"));
  }
}
