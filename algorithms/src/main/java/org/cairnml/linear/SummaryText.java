package org.cairnml.linear;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;

/** The text of a model's table: a title, pairs of facts, coefficients, a note. */
final class SummaryText {

  private static final int NAME_WIDTH = 12;
  private static final int NUMBERS_WIDTH = 70;

  private final StringBuilder text = new StringBuilder();
  private final int names;

  /** Begins with the title; {@code names} will stand in the first column of the coefficients. */
  SummaryText(String title, List<String> names) {
    this.names = names.stream().mapToInt(String::length).reduce(NAME_WIDTH, Math::max);
    text.append(title).append('\n');
    ruler();
  }

  /** Begins with the title; the names of these columns will stand in front of coefficients. */
  SummaryText(String title, Schema schema) {
    this(
        title,
        Stream.concat(Stream.of(LinearRegressionModel.INTERCEPT), schema.names().stream())
            .toList());
  }

  /** A line across. */
  SummaryText ruler() {
    text.append("=".repeat(names + NUMBERS_WIDTH)).append('\n');
    return this;
  }

  /** Two facts side by side; the second may be empty. */
  SummaryText pair(String left, Object leftValue, String right, Object rightValue) {
    line("%-28s%11s   %-16s%16s", left, show(leftValue), right, show(rightValue));
    return this;
  }

  /** How many coefficients there are. */
  SummaryText coefficients(double[] all) {
    long nonzero = Arrays.stream(all).filter(b -> b != 0).count();
    return pair("Coefficients", all.length, "Other than 0", nonzero);
  }

  /** How an iteration ended. */
  SummaryText ending(FitSummary summary) {
    pair("Iterations", summary.iterations(), "Objective", summary.objective());
    pair("Converged", summary.converged() ? "yes" : "no", "", "");
    return this;
  }

  /** One line for each estimate, below a line of headings. */
  SummaryText estimates(String heading, List<Estimate> estimates, String statistic) {
    String format = "%" + names + "s%12s%12s%10s%10s%13s%13s";
    String chance = "P>|" + statistic + "|";
    line(format, heading, "coef", "std err", statistic, chance, "[0.025", "0.975]");
    thinRuler();
    for (Estimate e : estimates) {
      line(
          format,
          e.name(),
          number(e.value()),
          number(e.standardError()),
          fixed(e.statistic()),
          fixed(e.pValue()),
          number(e.low()),
          number(e.high()));
    }
    return this;
  }

  /** A line of column headings, above lines of {@link #row}. */
  SummaryText headings(List<String> headings) {
    text.append(" ".repeat(names));
    headings.forEach(heading -> text.append(padded(heading)));
    text.append('\n');
    thinRuler();
    return this;
  }

  /** One named line of numbers. */
  SummaryText row(String name, double... values) {
    line("%" + names + "s", name);
    text.setLength(text.length() - 1);
    for (double value : values) {
      text.append(padded(number(value)));
    }
    text.append('\n');
    return this;
  }

  /** A line for each column of the schema, of the numbers in its row. */
  SummaryText rows(Schema schema, Matrix values) {
    for (int j = 0; j < values.rows(); j++) {
      row(schema.name(j), values.row(j).toArray());
    }
    return this;
  }

  /** The text, with the summary's note below. */
  String finish(FitSummary summary) {
    ruler();
    if (!summary.note().isEmpty()) {
      line("Note: %s", summary.note());
    }
    return text.toString().stripTrailing();
  }

  private void thinRuler() {
    text.append("-".repeat(names + NUMBERS_WIDTH)).append('\n');
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }

  private static String padded(String word) {
    return String.format(Locale.ROOT, "  %12s", word);
  }

  /** A number of observations, which is whole unless weights are not. */
  static Object count(double value) {
    return value == Math.rint(value) ? (Object) (long) value : value;
  }

  private static String show(Object value) {
    return value instanceof Double number ? number(number) : value.toString();
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return word(value);
    }
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.5g", value);
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
