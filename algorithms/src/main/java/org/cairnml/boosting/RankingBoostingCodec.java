package org.cairnml.boosting;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/** Fields: {@code schema}, {@code ensemble} ({@code start}, {@code trees}), {@code summary}. */
public final class RankingBoostingCodec implements ModelCodec<RankingBoosting> {

  /** For the service loader. */
  public RankingBoostingCodec() {}

  @Override
  public String typeId() {
    return "boosting.ranking";
  }

  @Override
  public Class<RankingBoosting> type() {
    return RankingBoosting.class;
  }

  @Override
  public Fields write(RankingBoosting model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("ensemble", EnsembleCodec.write(model.ensemble()))
        .set("summary", model.summary());
  }

  @Override
  public RankingBoosting read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    return new RankingBoosting(
        schema,
        EnsembleCodec.read(fields.getFields("ensemble"), schema.width(), 1),
        fields.getSummary("summary"));
  }
}
