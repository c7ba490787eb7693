package org.cairnml.preprocessing.text;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/** No fields: nothing is learnt. */
public final class TextFeaturesModelCodec implements ModelCodec<TextFeaturesModel> {

  /** For the service loader. */
  public TextFeaturesModelCodec() {}

  @Override
  public String typeId() {
    return "text.features";
  }

  @Override
  public Class<TextFeaturesModel> type() {
    return TextFeaturesModel.class;
  }

  @Override
  public Fields write(TextFeaturesModel model) {
    return Fields.create();
  }

  @Override
  public TextFeaturesModel read(Fields fields) {
    return new TextFeaturesModel();
  }
}
