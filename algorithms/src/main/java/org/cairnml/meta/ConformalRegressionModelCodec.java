package org.cairnml.meta;

import java.util.Optional;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.RegressionModel;

/**
 * Fields: {@code center} (a model), {@code spread} (a model of the absolute error) with its lower
 * bound {@code least} if widths are adaptive, {@code quantile} of the scores, {@code coverage},
 * {@code summary}.
 */
public final class ConformalRegressionModelCodec implements ModelCodec<ConformalRegressionModel> {

  /** For the service loader. */
  public ConformalRegressionModelCodec() {}

  @Override
  public String typeId() {
    return "meta.conformal-regression";
  }

  @Override
  public Class<ConformalRegressionModel> type() {
    return ConformalRegressionModel.class;
  }

  @Override
  public Fields write(ConformalRegressionModel model) {
    Fields fields =
        Fields.create()
            .setModel("center", model.center())
            .set("quantile", model.quantile())
            .set("coverage", model.coverage())
            .set("summary", model.summary());
    model.spread().ifPresent(s -> fields.setModel("spread", s.model()).set("least", s.least()));
    return fields;
  }

  @Override
  public ConformalRegressionModel read(Fields fields) {
    RegressionModel center = fields.getModel("center", RegressionModel.class);
    Optional<ConformalRegressionModel.Spread> spread = Optional.empty();
    if (fields.has("spread")) {
      RegressionModel model = fields.getModel("spread", RegressionModel.class);
      double least = fields.getDouble("least");
      if (!(least > 0) || !model.schema().equals(center.schema())) {
        throw new FormatException("the spread of conformal intervals does not fit their center");
      }
      spread = Optional.of(new ConformalRegressionModel.Spread(model, least));
    }
    double quantile = fields.getDouble("quantile");
    if (!(quantile >= 0)) {
      throw new FormatException("the quantile of conformal scores is " + quantile);
    }
    return new ConformalRegressionModel(
        center, spread, quantile, fields.getDouble("coverage"), fields.getSummary("summary"));
  }
}
