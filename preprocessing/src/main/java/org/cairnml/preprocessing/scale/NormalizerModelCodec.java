package org.cairnml.preprocessing.scale;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.preprocessing.column.Names;

/** Fields: {@code schema}, {@code norm}, {@code summary}. */
public final class NormalizerModelCodec implements ModelCodec<NormalizerModel> {

  /** For the service loader. */
  public NormalizerModelCodec() {}

  @Override
  public String typeId() {
    return "scale.normalizer";
  }

  @Override
  public Class<NormalizerModel> type() {
    return NormalizerModel.class;
  }

  @Override
  public Fields write(NormalizerModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("norm", model.norm().name())
        .set("summary", model.summary());
  }

  @Override
  public NormalizerModel read(Fields fields) {
    return new NormalizerModel(
        fields.getSchema("schema"),
        Names.constant(fields, "norm", Norm.class),
        fields.getSummary("summary"));
  }
}
