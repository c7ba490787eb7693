package org.cairnml.data;

import java.util.Arrays;
import java.util.Objects;

/** A column of texts. */
public final class TextColumn implements Column {

  private final String name;
  private final String[] values;

  TextColumn(String name, String[] values) {
    this.name = Objects.requireNonNull(name, "name");
    this.values = values;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Kind kind() {
    return Kind.TEXT;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isMissing(int row) {
    return values[row] == null;
  }

  @Override
  public String string(int row) {
    return values[row];
  }

  @Override
  public Object value(int row) {
    return values[row];
  }

  @Override
  public TextColumn withName(String newName) {
    return new TextColumn(newName, values);
  }

  @Override
  public TextColumn rows(int... rows) {
    return new TextColumn(
        name, Arrays.stream(rows).mapToObj(i -> values[i]).toArray(String[]::new));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextColumn that
        && name.equals(that.name)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "text column '" + name + "' of " + size();
  }
}
