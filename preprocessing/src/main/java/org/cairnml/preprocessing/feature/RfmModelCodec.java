package org.cairnml.preprocessing.feature;

import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/**
 * Fields: {@code customer}, {@code time}, {@code amount} (names of columns); {@code recency},
 * {@code frequency}, {@code monetary} (of the customers of training, ascending).
 */
public final class RfmModelCodec implements ModelCodec<RfmModel> {

  /** For the service loader. */
  public RfmModelCodec() {}

  @Override
  public String typeId() {
    return "feature.rfm";
  }

  @Override
  public Class<RfmModel> type() {
    return RfmModel.class;
  }

  @Override
  public Fields write(RfmModel model) {
    return Fields.create()
        .set("customer", model.rfm().customer())
        .set("time", model.rfm().time())
        .set("amount", model.rfm().amount())
        .set("recency", model.sorted()[0])
        .set("frequency", model.sorted()[1])
        .set("monetary", model.sorted()[2]);
  }

  @Override
  public RfmModel read(Fields fields) {
    double[][] sorted = {
      fields.getDoubles("recency"), fields.getDoubles("frequency"), fields.getDoubles("monetary")
    };
    for (double[] values : sorted) {
      if (values.length == 0 || values.length != sorted[0].length) {
        throw new FormatException(
            "the values of customers are of unequal number, or there is none");
      }
    }
    return new RfmModel(
        new Rfm(fields.getString("customer"), fields.getString("time"), fields.getString("amount")),
        sorted);
  }
}
