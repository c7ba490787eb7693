package org.cairnml.linear;

/** The printed form of a {@link GeneralizedLinearFit}. */
final class GeneralizedLinearTable {

  private GeneralizedLinearTable() {}

  static String of(GeneralizedLinearFit model) {
    String ruler = LinearTable.ruler(model.estimates());
    var text = new StringBuilder();
    LinearTable.line(
        text, "Generalized linear model, family %s, link %s", model.family(), model.link());
    LinearTable.line(text, ruler);
    pair(text, "Observations", model.observations(), "Log-likelihood", model.logLikelihood());
    pair(
        text,
        "Residual degrees of freedom",
        model.residualDegreesOfFreedom(),
        "Deviance",
        model.deviance());
    pair(
        text,
        "Model degrees of freedom",
        model.modelDegreesOfFreedom(),
        "Null deviance",
        model.nullDeviance());
    pair(text, "Dispersion", model.dispersion(), "Pearson chi2", model.pearsonChi2());
    pair(text, "AIC", model.aic(), "BIC", model.bic());
    LinearTable.line(text, ruler);
    LinearTable.estimates(text, model.estimates(), "z");
    return LinearTable.finished(text, ruler, model.summary());
  }

  private static void pair(
      StringBuilder text, String left, double leftValue, String right, double rightValue) {
    LinearTable.pair(text, left, leftValue, right, rightValue);
  }
}
