package org.cairnml.cluster;

import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;

/**
 * Fields: {@code schema}, {@code centers} (k x d), {@code labels} (of the training rows), {@code
 * inertia}, {@code summary}.
 */
public final class KMeansModelCodec implements ModelCodec<KMeansModel> {

  /** For the service loader. */
  public KMeansModelCodec() {}

  @Override
  public String typeId() {
    return "cluster.kmeans";
  }

  @Override
  public Class<KMeansModel> type() {
    return KMeansModel.class;
  }

  @Override
  public Fields write(KMeansModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .set("centers", model.centers())
        .set("labels", model.labels())
        .set("inertia", model.inertia())
        .set("summary", model.summary());
  }

  @Override
  public KMeansModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    Matrix centers = fields.getMatrix("centers");
    if (centers.rows() == 0 || centers.cols() != schema.width()) {
      throw new FormatException(
          "centers of " + centers.cols() + " columns do not fit " + schema.width() + " features");
    }
    return new KMeansModel(
        schema,
        centers,
        fields.getInts("labels"),
        fields.getDouble("inertia"),
        fields.getSummary("summary"));
  }
}
