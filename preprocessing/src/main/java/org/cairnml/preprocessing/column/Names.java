package org.cairnml.preprocessing.column;

import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;

/** Reads names of enum constants from files. */
public final class Names {

  private Names() {}

  /**
   * The constant named by a field.
   *
   * @throws FormatException if there is none of this name
   */
  public static <E extends Enum<E>> E constant(Fields fields, String field, Class<E> type) {
    String name = fields.getString(field);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new FormatException("field '" + field + "' is '" + name + "', which is unknown here");
  }
}
