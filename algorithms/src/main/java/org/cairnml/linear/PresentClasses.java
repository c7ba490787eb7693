package org.cairnml.linear;

import java.util.List;
import org.cairnml.base.FormatException;

/** Indices, from model files, of the classes that had rows. */
final class PresentClasses {

  private PresentClasses() {}

  static void check(int[] present, List<String> classes) {
    for (int code : present) {
      if (code < 0 || code >= classes.size()) {
        throw new FormatException("there is no class with index " + code);
      }
    }
  }
}
