package org.cairnml.linear;

import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/**
 * Fields: {@code schema}, {@code intercept}, {@code family}, {@code link}, {@code power}, {@code
 * alpha}, {@code estimates} (p), {@code covariance} (p x p), {@code kept}, {@code observations},
 * {@code deviance}, {@code null_deviance}, {@code pearson}, {@code dispersion}, {@code
 * log_likelihood}, {@code summary}.
 */
public final class GeneralizedLinearFitCodec implements ModelCodec<GeneralizedLinearFit> {

  /** For the service loader. */
  public GeneralizedLinearFitCodec() {}

  @Override
  public String typeId() {
    return "linear.generalized";
  }

  @Override
  public Class<GeneralizedLinearFit> type() {
    return GeneralizedLinearFit.class;
  }

  @Override
  public Fields write(GeneralizedLinearFit model) {
    GeneralizedLinearSolution solution = model.solution();
    return Fields.create()
        .set("schema", model.schema())
        .set("intercept", model.hasIntercept())
        .set("family", solution.family().name())
        .set("link", solution.link().name())
        .set("power", solution.power())
        .set("alpha", solution.alpha())
        .set("estimates", solution.estimates())
        .set("covariance", solution.covariance())
        .set("kept", solution.kept())
        .set("observations", solution.observations())
        .set("deviance", solution.deviance())
        .set("null_deviance", solution.nullDeviance())
        .set("pearson", solution.pearson())
        .set("dispersion", solution.dispersion())
        .set("log_likelihood", solution.logLikelihood())
        .set("summary", model.summary());
  }

  @Override
  public GeneralizedLinearFit read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    boolean intercept = fields.getBoolean("intercept");
    Link link = Enums.read(Link.class, fields.getString("link"));
    var solution =
        new GeneralizedLinearSolution(
            Enums.read(Family.class, fields.getString("family")),
            link,
            fields.getDouble("power"),
            fields.getDouble("alpha"),
            fields.getDoubles("estimates"),
            fields.getMatrix("covariance"),
            fields.getInts("kept"),
            fields.getDouble("observations"),
            fields.getDouble("deviance"),
            fields.getDouble("null_deviance"),
            fields.getDouble("pearson"),
            fields.getDouble("dispersion"),
            fields.getDouble("log_likelihood"));
    int p = schema.width() + (intercept ? 1 : 0);
    if (solution.estimates().length != p || solution.covariance().rows() != p) {
      throw new FormatException(
          "expected " + p + " estimates, found " + solution.estimates().length);
    }
    if (link == Link.AUTO) {
      throw new FormatException("the link of a fitted model cannot be AUTO");
    }
    return new GeneralizedLinearFit(schema, intercept, solution, fields.getSummary("summary"));
  }
}
