package org.cairnml.linear;

import java.util.List;
import java.util.Optional;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;

/**
 * Fields: {@code schema}, {@code classes} (names), {@code present} (indices of the classes that had
 * rows), {@code coefficients} (1 x d for two classes, else k x d), {@code intercepts}, {@code
 * summary}; and with inference {@code covariance} (q x q: of the intercept, if any, and
 * coefficients of each class but the first against the first), {@code observations}, {@code
 * log_likelihood}, {@code null_log_likelihood}.
 */
public final class LogisticModelCodec implements ModelCodec<LogisticModel> {

  /** For the service loader. */
  public LogisticModelCodec() {}

  @Override
  public String typeId() {
    return "linear.logistic";
  }

  @Override
  public Class<LogisticModel> type() {
    return LogisticModel.class;
  }

  @Override
  public Fields write(LogisticModel model) {
    Fields fields =
        Fields.create()
            .set("schema", model.schema())
            .setStrings("classes", model.classes())
            .set("present", model.present())
            .set("coefficients", model.coefficients())
            .set("intercepts", model.intercepts())
            .set("summary", model.summary());
    model
        .likelihood()
        .ifPresent(
            likelihood ->
                fields
                    .set("covariance", likelihood.covariance())
                    .set("observations", likelihood.observations())
                    .set("log_likelihood", likelihood.logLikelihood())
                    .set("null_log_likelihood", likelihood.nullLogLikelihood()));
    return fields;
  }

  @Override
  public LogisticModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    List<String> classes = fields.getStrings("classes");
    int[] present = fields.getInts("present");
    Matrix coefficients = fields.getMatrix("coefficients");
    double[] intercepts = fields.getDoubles("intercepts");
    int rows = present.length == 2 ? 1 : present.length;
    if (coefficients.rows() != rows
        || intercepts.length != rows
        || coefficients.cols() != schema.width()) {
      throw new FormatException(
          "coefficients do not fit "
              + present.length
              + " classes and "
              + schema.width()
              + " columns");
    }
    PresentClasses.check(present, classes);
    return new LogisticModel(
        schema,
        classes,
        present,
        coefficients,
        intercepts,
        likelihood(fields, present.length, schema),
        fields.getSummary("summary"));
  }

  private static Optional<LogisticLikelihood> likelihood(
      Fields fields, int classes, Schema schema) {
    if (!fields.has("covariance")) {
      return Optional.empty();
    }
    Matrix covariance = fields.getMatrix("covariance");
    int plain = (classes - 1) * schema.width();
    int estimates = covariance.rows();
    if (covariance.cols() != estimates || estimates != plain && estimates != plain + classes - 1) {
      throw new FormatException("a covariance of " + estimates + " estimates does not fit");
    }
    return Optional.of(
        new LogisticLikelihood(
            covariance,
            fields.getDouble("observations"),
            fields.getDouble("log_likelihood"),
            fields.getDouble("null_log_likelihood")));
  }
}
