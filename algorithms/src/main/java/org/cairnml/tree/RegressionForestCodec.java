package org.cairnml.tree;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/**
 * Fields: {@code schema}, {@code trees} (a list of {@link TreeCodec}), {@code summary}, {@code
 * outOfBagScore} if there is one.
 */
public final class RegressionForestCodec implements ModelCodec<RegressionForest> {

  /** For the service loader. */
  public RegressionForestCodec() {}

  @Override
  public String typeId() {
    return "tree.regression-forest";
  }

  @Override
  public Class<RegressionForest> type() {
    return RegressionForest.class;
  }

  @Override
  public Fields write(RegressionForest model) {
    Fields fields =
        Fields.create()
            .set("schema", model.schema())
            .setList("trees", model.trees().stream().map(TreeCodec::write).toList())
            .set("summary", model.summary());
    model.outOfBagScore().ifPresent(score -> fields.set("outOfBagScore", score));
    return fields;
  }

  @Override
  public RegressionForest read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    return new RegressionForest(
        schema,
        TreeCodec.readAll(fields.getList("trees"), schema.width(), 1),
        fields.getSummary("summary"),
        fields.has("outOfBagScore") ? new OutOfBag(null, fields.getDouble("outOfBagScore")) : null);
  }
}
