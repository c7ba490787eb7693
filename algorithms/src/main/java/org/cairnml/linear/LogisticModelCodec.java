package org.cairnml.linear;

import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;

/**
 * Fields: {@code schema}, {@code classes} (names), {@code present} (indices of the classes that had
 * rows), {@code coefficients} (1 x d for two classes, else k x d), {@code intercepts}, {@code
 * summary}.
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
    return Fields.create()
        .set("schema", model.schema())
        .setStrings("classes", model.classes())
        .set("present", model.present())
        .set("coefficients", model.coefficients())
        .set("intercepts", model.intercepts())
        .set("summary", model.summary());
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
        schema, classes, present, coefficients, intercepts, fields.getSummary("summary"));
  }
}
