package org.cairnml.data;

import java.io.ByteArrayOutputStream;

/** Truth values. */
final class BooleanValues implements Values {

  private final ByteArrayOutputStream values = new ByteArrayOutputStream();

  @Override
  public boolean add(char[] buffer, int from, int to) {
    if (equalsIgnoreCase("true", buffer, from, to)) {
      values.write(1);
      return true;
    }
    if (equalsIgnoreCase("false", buffer, from, to)) {
      values.write(0);
      return true;
    }
    return false;
  }

  void add(boolean value) {
    values.write(value ? 1 : 0);
  }

  /** Whether the characters are the given lower-case ASCII letters, in any case. */
  static boolean equalsIgnoreCase(String lower, char[] buffer, int from, int to) {
    if (to - from != lower.length()) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      if ((buffer[from + i] | 0x20) != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void addMissing() {
    values.write(-1);
  }

  @Override
  public Column toColumn(String name) {
    return new BooleanColumn(name, values.toByteArray());
  }
}
