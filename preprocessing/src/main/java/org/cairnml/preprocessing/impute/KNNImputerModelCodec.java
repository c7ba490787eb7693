package org.cairnml.preprocessing.impute;

import java.util.stream.IntStream;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.preprocessing.column.Names;

/**
 * Fields: {@code schema}; {@code columns}, {@code output}, {@code values}, {@code anyMissing},
 * {@code indicator} as of {@link SimpleImputerModelCodec}; {@code donors} (training rows, numeric
 * columns that are kept), {@code neighbors}, {@code weights}, {@code summary}.
 */
public final class KNNImputerModelCodec implements ModelCodec<KNNImputerModel> {

  /** For the service loader. */
  public KNNImputerModelCodec() {}

  @Override
  public String typeId() {
    return "impute.knn";
  }

  @Override
  public Class<KNNImputerModel> type() {
    return KNNImputerModel.class;
  }

  @Override
  public Fields write(KNNImputerModel model) {
    Fields fields = Fields.create().set("schema", model.schema());
    model.fillings().write(fields);
    return fields
        .set("donors", model.donors())
        .set("neighbors", model.neighbors())
        .set("weights", model.weights().name())
        .set("summary", model.summary());
  }

  @Override
  public KNNImputerModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    Fillings fillings = Fillings.read(fields, schema);
    Matrix donors = fields.getMatrix("donors");
    int neighbors = fields.getInt("neighbors");
    int columns = KNNImputerModel.numbers(fillings).length;
    if (donors.cols() != columns || neighbors < 1) {
      throw new FormatException(
          "a KNN imputer of "
              + columns
              + " columns has donors of "
              + donors.cols()
              + " and "
              + neighbors
              + " neighbors");
    }
    return new KNNImputerModel(
        schema,
        fillings,
        new Donors(donors, IntStream.range(0, columns).toArray()),
        neighbors,
        Names.constant(fields, "weights", NeighborWeights.class),
        fields.getSummary("summary"));
  }
}
