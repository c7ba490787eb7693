package org.cairnml.tree;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/**
 * Fields: {@code schema}, {@code classes}, {@code trees} (a list of {@link TreeCodec}), {@code
 * summary}, {@code outOfBagScore} if there is one.
 */
public final class ClassificationForestCodec implements ModelCodec<ClassificationForest> {

  /** For the service loader. */
  public ClassificationForestCodec() {}

  @Override
  public String typeId() {
    return "tree.classification-forest";
  }

  @Override
  public Class<ClassificationForest> type() {
    return ClassificationForest.class;
  }

  @Override
  public Fields write(ClassificationForest model) {
    Fields fields =
        Fields.create()
            .set("schema", model.schema())
            .setStrings("classes", model.classes())
            .setList("trees", model.trees().stream().map(TreeCodec::write).toList())
            .set("summary", model.summary());
    model.outOfBagScore().ifPresent(score -> fields.set("outOfBagScore", score));
    return fields;
  }

  @Override
  public ClassificationForest read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    return new ClassificationForest(
        schema,
        fields.getStrings("classes"),
        TreeCodec.readAll(
            fields.getList("trees"), schema.width(), fields.getStrings("classes").size()),
        fields.getSummary("summary"),
        fields.has("outOfBagScore") ? new OutOfBag(null, fields.getDouble("outOfBagScore")) : null);
  }
}
