package org.cairnml.testing;

import org.cairnml.core.Fields;

/** Models on the way through their codec. */
public final class Stored {

  private Stored() {}

  /** What is read from what was written. */
  public static <T> T copy(T model, Class<T> type) {
    return Fields.create().setModel("model", model).getModel("model", type);
  }
}
