package org.cairnml.boosting;

import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/**
 * Fields: {@code schema}, {@code classes}, {@code ensemble} ({@code start}, {@code trees}), {@code
 * summary}.
 */
public final class ClassificationBoostingCodec implements ModelCodec<ClassificationBoosting> {

  /** For the service loader. */
  public ClassificationBoostingCodec() {}

  @Override
  public String typeId() {
    return "boosting.classification";
  }

  @Override
  public Class<ClassificationBoosting> type() {
    return ClassificationBoosting.class;
  }

  @Override
  public Fields write(ClassificationBoosting model) {
    return Fields.create()
        .set("schema", model.schema())
        .setStrings("classes", model.classes())
        .set("ensemble", EnsembleCodec.write(model.ensemble()))
        .set("summary", model.summary());
  }

  @Override
  public ClassificationBoosting read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    List<String> classes = fields.getStrings("classes");
    if (classes.isEmpty()) {
      throw new FormatException("the model has no classes");
    }
    return new ClassificationBoosting(
        schema,
        classes,
        EnsembleCodec.read(
            fields.getFields("ensemble"), schema.width(), classes.size() <= 2 ? 1 : classes.size()),
        fields.getSummary("summary"));
  }
}
