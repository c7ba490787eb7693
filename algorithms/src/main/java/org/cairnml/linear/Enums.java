package org.cairnml.linear;

import java.util.Arrays;
import org.cairnml.base.FormatException;

/** Enum constants from model files. */
final class Enums {

  private Enums() {}

  static <E extends Enum<E>> E read(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new FormatException("'" + name + "' is not a " + type.getSimpleName()));
  }
}
