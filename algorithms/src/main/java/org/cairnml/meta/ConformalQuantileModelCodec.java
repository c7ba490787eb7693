package org.cairnml.meta;

import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.RegressionModel;

/**
 * Fields: {@code lower} and {@code upper} (models), {@code margin}, {@code coverage}, {@code
 * summary}.
 */
public final class ConformalQuantileModelCodec implements ModelCodec<ConformalQuantileModel> {

  /** For the service loader. */
  public ConformalQuantileModelCodec() {}

  @Override
  public String typeId() {
    return "meta.conformal-quantile";
  }

  @Override
  public Class<ConformalQuantileModel> type() {
    return ConformalQuantileModel.class;
  }

  @Override
  public Fields write(ConformalQuantileModel model) {
    return Fields.create()
        .setModel("lower", model.lower())
        .setModel("upper", model.upper())
        .set("margin", model.margin())
        .set("coverage", model.coverage())
        .set("summary", model.summary());
  }

  @Override
  public ConformalQuantileModel read(Fields fields) {
    RegressionModel lower = fields.getModel("lower", RegressionModel.class);
    RegressionModel upper = fields.getModel("upper", RegressionModel.class);
    if (!lower.schema().equals(upper.schema())) {
      throw new FormatException("the two quantiles are of different columns");
    }
    double margin = fields.getDouble("margin");
    if (Double.isNaN(margin)) {
      throw new FormatException("the margin of conformal intervals is NaN");
    }
    return new ConformalQuantileModel(
        lower, upper, margin, fields.getDouble("coverage"), fields.getSummary("summary"));
  }
}
