package org.cairnml.data;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;

/** A column of doubles, in which NaN is missing. */
public final class NumericColumn implements Column {

  private static final double EXACT_INTEGERS = 1L << 53;

  private final String name;
  private final double[] values;

  NumericColumn(String name, double[] values) {
    this.name = Objects.requireNonNull(name, "name");
    this.values = values;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Kind kind() {
    return Kind.NUMERIC;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(values[row]);
  }

  @Override
  public double number(int row) {
    return values[row];
  }

  @Override
  public double[] toDoubles() {
    return values.clone();
  }

  /** A short text that gives the same double: 3 rather than 3.0. */
  @Override
  public String string(int row) {
    return isMissing(row) ? null : format(values[row]);
  }

  static String format(double value) {
    if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS) {
      return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
    }
    if (Double.isInfinite(value)) {
      return Double.toString(value);
    }
    String text = Double.toString(value);
    return text.indexOf('E') < 0 || Math.abs(value) < 1e-5 || Math.abs(value) > 1e15
        ? text
        : new BigDecimal(text).stripTrailingZeros().toPlainString();
  }

  @Override
  public Object value(int row) {
    return isMissing(row) ? null : (Object) values[row];
  }

  @Override
  public NumericColumn withName(String newName) {
    return new NumericColumn(newName, values);
  }

  @Override
  public NumericColumn rows(int... rows) {
    return new NumericColumn(name, Arrays.stream(rows).mapToDouble(i -> values[i]).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumericColumn that
        && name.equals(that.name)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "numeric column '" + name + "' of " + size();
  }
}
