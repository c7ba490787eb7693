package org.cairnml.boosting;

import java.util.Arrays;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/**
 * Fields: {@code schema}, {@code link} (identity, log or logit), {@code ensemble} ({@code start},
 * {@code trees}), {@code summary}.
 */
public final class RegressionBoostingCodec implements ModelCodec<RegressionBoosting> {

  /** For the service loader. */
  public RegressionBoostingCodec() {}

  @Override
  public String typeId() {
    return "boosting.regression";
  }

  @Override
  public Class<RegressionBoosting> type() {
    return RegressionBoosting.class;
  }

  @Override
  public Fields write(RegressionBoosting model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("link", model.link().fileName())
        .set("ensemble", EnsembleCodec.write(model.ensemble()))
        .set("summary", model.summary());
  }

  @Override
  public RegressionBoosting read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    String name = fields.getString("link");
    Link link =
        Arrays.stream(Link.values())
            .filter(candidate -> candidate.fileName().equals(name))
            .findFirst()
            .orElseThrow(() -> new FormatException("unknown link '" + name + "'"));
    return new RegressionBoosting(
        schema,
        link,
        EnsembleCodec.read(fields.getFields("ensemble"), schema.width(), 1),
        fields.getSummary("summary"));
  }
}
