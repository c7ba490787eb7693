package org.cairnml.preprocessing.feature;

import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;
import org.cairnml.core.TransformModel;

/** Fields: {@code schema}, {@code parts} (each with its {@code model}), {@code summary}. */
public final class FeatureUnionModelCodec implements ModelCodec<FeatureUnionModel> {

  /** For the service loader. */
  public FeatureUnionModelCodec() {}

  @Override
  public String typeId() {
    return "feature.union";
  }

  @Override
  public Class<FeatureUnionModel> type() {
    return FeatureUnionModel.class;
  }

  @Override
  public Fields write(FeatureUnionModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .setList(
            "parts",
            model.parts().stream().map(part -> Fields.create().setModel("model", part)).toList())
        .set("summary", model.summary());
  }

  @Override
  public FeatureUnionModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    List<TransformModel> parts =
        fields.getList("parts").stream()
            .map(part -> part.getModel("model", TransformModel.class))
            .toList();
    for (TransformModel part : parts) {
      if (part.schema().width() != schema.width()) {
        throw new FormatException(
            "a part of a feature union takes %d of %d columns"
                .formatted(part.schema().width(), schema.width()));
      }
    }
    return new FeatureUnionModel(schema, parts, fields.getSummary("summary"));
  }
}
