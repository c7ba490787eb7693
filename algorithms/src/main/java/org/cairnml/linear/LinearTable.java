package org.cairnml.linear;

import java.util.List;
import java.util.Locale;
import org.cairnml.core.FitSummary;

/** The printed form of a {@link LinearRegressionModel}. */
final class LinearTable {

  private static final int NAME_WIDTH = 12;
  private static final int NUMBERS_WIDTH = 66;

  private LinearTable() {}

  static String of(LinearRegressionModel model) {
    String ruler = ruler(model.estimates());
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
    estimates(
        text, model.estimates(), model.covarianceType() == CovarianceType.CLASSICAL ? "t" : "z");
    return finished(text, ruler, model.summary());
  }

  /** The width of the column of names. */
  static int names(List<Estimate> estimates) {
    return estimates.stream().mapToInt(e -> e.name().length()).reduce(NAME_WIDTH, Math::max);
  }

  static String ruler(List<Estimate> estimates) {
    return "=".repeat(names(estimates) + NUMBERS_WIDTH);
  }

  /** One line for each estimate, below a line of headings. */
  static void estimates(StringBuilder text, List<Estimate> estimates, String statistic) {
    int names = names(estimates);
    String format = "%" + names + "s%12s%12s%10s%10s%11s%11s";
    String chance = "P>|" + statistic + "|";
    line(text, format, "", "coef", "std err", statistic, chance, "[0.025", "0.975]");
    line(text, "-".repeat(names + NUMBERS_WIDTH));
    for (Estimate e : estimates) {
      line(
          text,
          format,
          e.name(),
          number(e.value()),
          number(e.standardError()),
          fixed(e.statistic()),
          fixed(e.pValue()),
          number(e.low()),
          number(e.high()));
    }
  }

  static String finished(StringBuilder text, String ruler, FitSummary summary) {
    line(text, ruler);
    if (!summary.note().isEmpty()) {
      line(text, "Note: %s", summary.note());
    }
    return text.toString().stripTrailing();
  }

  private static String errors(CovarianceType type) {
    return type == CovarianceType.CLASSICAL ? "classical" : "robust (" + type + ")";
  }

  static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }

  static void pair(
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
