package org.cairnml.linear;

import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/**
 * Fields: {@code schema}, {@code intercept} (whether there is one), {@code covariance_type}, {@code
 * estimates} (p: the intercept, if any, then d), {@code covariance} (p x p), {@code kept} (indices
 * of estimates), {@code observations}, {@code residual_squares}, {@code total_squares}, {@code
 * log_weights}, {@code summary}.
 */
public final class LinearRegressionModelCodec implements ModelCodec<LinearRegressionModel> {

  /** For the service loader. */
  public LinearRegressionModelCodec() {}

  @Override
  public String typeId() {
    return "linear.regression";
  }

  @Override
  public Class<LinearRegressionModel> type() {
    return LinearRegressionModel.class;
  }

  @Override
  public Fields write(LinearRegressionModel model) {
    LinearSolution solution = model.solution();
    return Fields.create()
        .set("schema", model.schema())
        .set("intercept", model.hasIntercept())
        .set("covariance_type", model.covarianceType().name())
        .set("estimates", solution.estimates())
        .set("covariance", solution.covariance())
        .set("kept", solution.kept())
        .set("observations", solution.observations())
        .set("residual_squares", solution.residualSquares())
        .set("total_squares", solution.totalSquares())
        .set("log_weights", solution.logWeights())
        .set("summary", model.summary());
  }

  @Override
  public LinearRegressionModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    boolean intercept = fields.getBoolean("intercept");
    var solution =
        new LinearSolution(
            fields.getDoubles("estimates"),
            fields.getMatrix("covariance"),
            fields.getInts("kept"),
            fields.getInt("observations"),
            fields.getDouble("residual_squares"),
            fields.getDouble("total_squares"),
            fields.getDouble("log_weights"));
    int p = schema.width() + (intercept ? 1 : 0);
    if (solution.estimates().length != p || solution.covariance().rows() != p) {
      throw new FormatException(
          "expected " + p + " estimates, found " + solution.estimates().length);
    }
    return new LinearRegressionModel(
        schema,
        intercept,
        Enums.read(CovarianceType.class, fields.getString("covariance_type")),
        solution,
        fields.getSummary("summary"));
  }
}
