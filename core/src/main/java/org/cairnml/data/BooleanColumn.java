package org.cairnml.data;

import java.util.Arrays;
import java.util.Objects;

/** A column of truth values. */
public final class BooleanColumn implements Column {

  private static final byte MISSING = -1;

  private final String name;
  private final byte[] values;

  /** Keeps the values (1 true, 0 false, -1 missing) without a copy. */
  BooleanColumn(String name, byte[] values) {
    this.name = Objects.requireNonNull(name, "name");
    this.values = values;
  }

  static BooleanColumn of(String name, Boolean... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (values[i] == null ? MISSING : values[i] ? 1 : 0);
    }
    return new BooleanColumn(name, bytes);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Kind kind() {
    return Kind.BOOLEAN;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isMissing(int row) {
    return values[row] == MISSING;
  }

  @Override
  public double number(int row) {
    return isMissing(row) ? Double.NaN : values[row];
  }

  @Override
  public double[] toDoubles() {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = number(i);
    }
    return doubles;
  }

  @Override
  public String string(int row) {
    return isMissing(row) ? null : Boolean.toString(values[row] == 1);
  }

  @Override
  public Object value(int row) {
    return isMissing(row) ? null : (Object) (values[row] == 1);
  }

  @Override
  public BooleanColumn withName(String newName) {
    return new BooleanColumn(newName, values);
  }

  @Override
  public BooleanColumn rows(int... rows) {
    byte[] chosen = new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = values[rows[i]];
    }
    return new BooleanColumn(name, chosen);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BooleanColumn that
        && name.equals(that.name)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "boolean column '" + name + "' of " + size();
  }
}
