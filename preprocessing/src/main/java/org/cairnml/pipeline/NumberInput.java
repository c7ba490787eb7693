package org.cairnml.pipeline;

import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.Fields;
import org.cairnml.data.Column;

/** A column of numbers. Truth values count as 1 and 0; texts are usable if they are numbers. */
record NumberInput(String name) implements Input {

  @Override
  public Column.Kind kind() {
    return Column.Kind.NUMERIC;
  }

  @Override
  public List<Feature> features() {
    return List.of(Feature.numeric(name));
  }

  @Override
  public boolean encode(Object value, double[] out, int at) {
    if (value == null) {
      out[at] = Double.NaN;
    } else if (value instanceof Number number) {
      out[at] = number.doubleValue();
    } else if (value instanceof Boolean truth) {
      out[at] = truth ? 1 : 0;
    } else if (value instanceof String text) {
      return parse(text, out, at);
    } else {
      return false;
    }
    return !Double.isInfinite(out[at]);
  }

  @Override
  public boolean encode(Column column, int row, double[] out, int at) {
    if (column.kind() == Column.Kind.NUMERIC || column.kind() == Column.Kind.BOOLEAN) {
      out[at] = column.number(row);
      return !Double.isInfinite(out[at]);
    }
    return encode(column.value(row), out, at);
  }

  /** Decimal numbers only: not the hexadecimal ones, suffixes and names that Java knows. */
  private static boolean parse(String text, double[] out, int at) {
    if (text.isBlank()) {
      out[at] = Double.NaN;
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE \t".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    try {
      out[at] = Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      return false;
    }
    return !Double.isInfinite(out[at]);
  }

  @Override
  public String expected() {
    return "a finite number";
  }

  @Override
  public Fields write() {
    return Fields.create().set("name", name).set("kind", "number");
  }
}
