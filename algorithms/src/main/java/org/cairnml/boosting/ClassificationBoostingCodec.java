package org.cairnml.boosting;

import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;

/**
 * Fields: {@code schema}, {@code classes}, {@code ensemble} ({@code start}, {@code trees}), {@code
 * summary}, and {@code link} ({@code one-versus-rest}) if it is not the softmax.
 */
public final class ClassificationBoostingCodec implements ModelCodec<ClassificationBoosting> {

  private static final String ONE_VERSUS_REST = "one-versus-rest";

  /** For the service loader. */
  public ClassificationBoostingCodec() {}

  @Override
  public String typeId() {
    return "boosting.classification";
  }

  @Override
  public Class<ClassificationBoosting> type() {
    return ClassificationBoosting.class;
  }

  @Override
  public Fields write(ClassificationBoosting model) {
    Fields fields =
        Fields.create()
            .set("schema", model.schema())
            .setStrings("classes", model.classes())
            .set("ensemble", EnsembleCodec.write(model.ensemble()))
            .set("summary", model.summary());
    if (model.link() == ClassLink.ONE_VERSUS_REST) {
      fields.set("link", ONE_VERSUS_REST);
    }
    return fields;
  }

  @Override
  public ClassificationBoosting read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    List<String> classes = fields.getStrings("classes");
    if (classes.isEmpty()) {
      throw new FormatException("the model has no classes");
    }
    ClassLink link = link(fields);
    boolean oneScore = classes.size() <= 2 && link == ClassLink.SOFTMAX;
    return new ClassificationBoosting(
        schema,
        classes,
        link,
        EnsembleCodec.read(
            fields.getFields("ensemble"), schema.width(), oneScore ? 1 : classes.size()),
        fields.getSummary("summary"));
  }

  private static ClassLink link(Fields fields) {
    if (!fields.has("link")) {
      return ClassLink.SOFTMAX;
    }
    if (!fields.getString("link").equals(ONE_VERSUS_REST)) {
      throw new FormatException("unknown link '" + fields.getString("link") + "'");
    }
    return ClassLink.ONE_VERSUS_REST;
  }
}
