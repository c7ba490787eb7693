package org.cairnml.linear;

import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;

/**
 * Fields: {@code schema}, {@code classes} (names), {@code present} (indices of the classes that are
 * fitted), {@code states} (one, or one a class), {@code summary}. A state has {@code weights} (d),
 * {@code intercept}, {@code mean-weights} and {@code paid} (d, or empty where unused), {@code
 * mean-intercept}, {@code due}, {@code eta}, {@code steps}, {@code passes}.
 */
public final class SGDMarginModelCodec implements ModelCodec<SGDMarginModel> {

  /** For the service loader. */
  public SGDMarginModelCodec() {}

  @Override
  public String typeId() {
    return "linear.sgd-margin";
  }

  @Override
  public Class<SGDMarginModel> type() {
    return SGDMarginModel.class;
  }

  @Override
  public Fields write(SGDMarginModel model) {
    return SGDFields.write(model);
  }

  @Override
  public SGDMarginModel read(Fields fields) {
    return SGDFields.read(fields, SGDMarginModel::new);
  }
}
