package org.cairnml.linear;

import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;

/**
 * Fields: {@code schema}, {@code classes} (names), {@code present} (indices of the k classes that
 * had rows), {@code center} (d), {@code coefficients} (k x d), {@code offsets} (scores at the
 * center, k), {@code summary}.
 */
public final class LinearDiscriminantModelCodec implements ModelCodec<LinearDiscriminantModel> {

  /** For the service loader. */
  public LinearDiscriminantModelCodec() {}

  @Override
  public String typeId() {
    return "linear.lda";
  }

  @Override
  public Class<LinearDiscriminantModel> type() {
    return LinearDiscriminantModel.class;
  }

  @Override
  public Fields write(LinearDiscriminantModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .setStrings("classes", model.classes())
        .set("present", model.present())
        .set("center", model.center())
        .set("coefficients", model.coefficients())
        .set("offsets", model.offsets())
        .set("summary", model.summary());
  }

  @Override
  public LinearDiscriminantModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    List<String> classes = fields.getStrings("classes");
    int[] present = fields.getInts("present");
    double[] center = fields.getDoubles("center");
    Matrix coefficients = fields.getMatrix("coefficients");
    double[] offsets = fields.getDoubles("offsets");
    PresentClasses.check(present, classes);
    if (coefficients.rows() != present.length
        || offsets.length != present.length
        || coefficients.cols() != schema.width()
        || center.length != schema.width()) {
      throw new FormatException(
          "scores do not fit " + present.length + " classes and " + schema.width() + " columns");
    }
    return new LinearDiscriminantModel(
        schema, classes, present, center, coefficients, offsets, fields.getSummary("summary"));
  }
}
