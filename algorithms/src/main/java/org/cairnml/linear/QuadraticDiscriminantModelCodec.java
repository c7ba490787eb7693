package org.cairnml.linear;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;

/**
 * Fields: {@code schema}, {@code classes} (names), {@code normals} (a list, one for each class that
 * had rows, with {@code code}, {@code mean} (d), {@code map} (d x d) and {@code offset}), {@code
 * summary}.
 */
public final class QuadraticDiscriminantModelCodec
    implements ModelCodec<QuadraticDiscriminantModel> {

  /** For the service loader. */
  public QuadraticDiscriminantModelCodec() {}

  @Override
  public String typeId() {
    return "linear.qda";
  }

  @Override
  public Class<QuadraticDiscriminantModel> type() {
    return QuadraticDiscriminantModel.class;
  }

  @Override
  public Fields write(QuadraticDiscriminantModel model) {
    List<Fields> normals = new ArrayList<>();
    for (QuadraticDiscriminantModel.Normal normal : model.normals()) {
      normals.add(
          Fields.create()
              .set("code", normal.code())
              .set("mean", normal.mean())
              .set("map", normal.map())
              .set("offset", normal.offset()));
    }
    return Fields.create()
        .set("schema", model.schema())
        .setStrings("classes", model.classes())
        .setList("normals", normals)
        .set("summary", model.summary());
  }

  @Override
  public QuadraticDiscriminantModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    List<String> classes = fields.getStrings("classes");
    List<QuadraticDiscriminantModel.Normal> normals = new ArrayList<>();
    for (Fields part : fields.getList("normals")) {
      int code = part.getInt("code");
      double[] mean = part.getDoubles("mean");
      Matrix map = part.getMatrix("map");
      PresentClasses.check(new int[] {code}, classes);
      if (mean.length != schema.width()
          || map.rows() != schema.width()
          || map.cols() != schema.width()) {
        throw new FormatException(
            "the distribution of class " + code + " does not fit " + schema.width() + " columns");
      }
      normals.add(new QuadraticDiscriminantModel.Normal(code, mean, map, part.getDouble("offset")));
    }
    return new QuadraticDiscriminantModel(schema, classes, normals, fields.getSummary("summary"));
  }
}
