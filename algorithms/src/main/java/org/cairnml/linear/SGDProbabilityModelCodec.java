package org.cairnml.linear;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/** Fields: those of {@link SGDMarginModelCodec}. */
public final class SGDProbabilityModelCodec implements ModelCodec<SGDProbabilityModel> {

  /** For the service loader. */
  public SGDProbabilityModelCodec() {}

  @Override
  public String typeId() {
    return "linear.sgd-probability";
  }

  @Override
  public Class<SGDProbabilityModel> type() {
    return SGDProbabilityModel.class;
  }

  @Override
  public Fields write(SGDProbabilityModel model) {
    return SGDFields.write(model);
  }

  @Override
  public SGDProbabilityModel read(Fields fields) {
    return SGDFields.read(fields, SGDProbabilityModel::new);
  }
}
