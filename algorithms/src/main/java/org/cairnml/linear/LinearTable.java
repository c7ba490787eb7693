package org.cairnml.linear;

import java.util.Locale;

/** The printed form of a {@link LinearRegressionModel}. */
final class LinearTable {

  private static final int NAME_WIDTH = 12;
  private static final int NUMBERS_WIDTH = 66;

  private LinearTable() {}

  static String of(LinearRegressionModel model) {
    int names =
        model.estimates().stream().mapToInt(e -> e.name().length()).reduce(NAME_WIDTH, Math::max);
    String ruler = "=".repeat(names + NUMBERS_WIDTH);
    var text = new StringBuilder();
    line(text, "Linear regression, %s standard errors", errors(model.covarianceType()));
    line(text, ruler);
    pair(text, "Observations", model.observations(), "R2", model.r2());
    pair(
        text,
        "Residual degrees of freedom",
        model.residualDegreesOfFreedom(),
        "Adjusted R2",
        model.adjustedR2());
    pair(text, "Model degrees of freedom", model.modelDegreesOfFreedom(), "F statistic", model.f());
    pair(text, "Residual sd", model.residualStandardDeviation(), "p (F)", model.fPValue());
    pair(text, "AIC", model.aic(), "Log-likelihood", model.logLikelihood());
    pair(text, "BIC", model.bic(), "", "");
    line(text, ruler);
    boolean classical = model.covarianceType() == CovarianceType.CLASSICAL;
    line(
        text,
        "%" + names + "s%12s%12s%10s%10s%11s%11s",
        "",
        "coef",
        "std err",
        classical ? "t" : "z",
        classical ? "P>|t|" : "P>|z|",
        "[0.025",
        "0.975]");
    line(text, "-".repeat(names + NUMBERS_WIDTH));
    for (Estimate e : model.estimates()) {
      line(
          text,
          "%" + names + "s%12s%12s%10s%10s%11s%11s",
          e.name(),
          number(e.value()),
          number(e.standardError()),
          fixed(e.statistic()),
          fixed(e.pValue()),
          number(e.low()),
          number(e.high()));
    }
    line(text, ruler);
    if (!model.summary().note().isEmpty()) {
      line(text, "Note: %s", model.summary().note());
    }
    return text.toString().stripTrailing();
  }

  private static String errors(CovarianceType type) {
    return type == CovarianceType.CLASSICAL ? "classical" : "robust (" + type + ")";
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }

  private static void pair(
      StringBuilder text, String left, Object leftValue, String right, Object rightValue) {
    line(text, "%-28s%11s   %-16s%16s", left, show(leftValue), right, show(rightValue));
  }

  private static String show(Object value) {
    return value instanceof Double number ? number(number) : value.toString();
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.5g", value) : word(value);
  }

  private static String fixed(double value) {
    if (!Double.isFinite(value)) {
      return word(value);
    }
    return String.format(Locale.ROOT, Math.abs(value) < 100_000 ? "%.3f" : "%.3g", value);
  }

  private static String word(double value) {
    return Double.isNaN(value) ? "-" : value > 0 ? "inf" : "-inf";
  }
}
