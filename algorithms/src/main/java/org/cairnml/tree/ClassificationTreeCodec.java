package org.cairnml.tree;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/** Fields: {@code schema}, {@code classes}, {@code tree} ( {@link TreeCodec}), {@code summary}. */
public final class ClassificationTreeCodec implements ModelCodec<ClassificationTree> {

  /** For the service loader. */
  public ClassificationTreeCodec() {}

  @Override
  public String typeId() {
    return "tree.classification-tree";
  }

  @Override
  public Class<ClassificationTree> type() {
    return ClassificationTree.class;
  }

  @Override
  public Fields write(ClassificationTree model) {
    return Fields.create()
        .set("schema", model.schema())
        .setStrings("classes", model.classes())
        .set("tree", TreeCodec.write(model.tree()))
        .set("summary", model.summary());
  }

  @Override
  public ClassificationTree read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    return new ClassificationTree(
        schema,
        fields.getStrings("classes"),
        TreeCodec.read(
            fields.getFields("tree"), schema.width(), fields.getStrings("classes").size()),
        fields.getSummary("summary"));
  }
}
