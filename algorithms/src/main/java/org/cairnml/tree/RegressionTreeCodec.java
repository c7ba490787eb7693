package org.cairnml.tree;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/** Fields: {@code schema}, {@code tree} ( {@link TreeCodec}), {@code summary}. */
public final class RegressionTreeCodec implements ModelCodec<RegressionTree> {

  /** For the service loader. */
  public RegressionTreeCodec() {}

  @Override
  public String typeId() {
    return "tree.regression-tree";
  }

  @Override
  public Class<RegressionTree> type() {
    return RegressionTree.class;
  }

  @Override
  public Fields write(RegressionTree model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("tree", TreeCodec.write(model.tree()))
        .set("summary", model.summary());
  }

  @Override
  public RegressionTree read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    return new RegressionTree(
        schema,
        TreeCodec.read(fields.getFields("tree"), schema.width(), 1),
        fields.getSummary("summary"));
  }
}
