package org.cairnml.pipeline;

import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.Fields;
import org.cairnml.data.Column;

/** A column of truth values, which become 1 and 0. */
record BooleanInput(String name) implements Input {

  @Override
  public Column.Kind kind() {
    return Column.Kind.BOOLEAN;
  }

  @Override
  public List<Feature> features() {
    return List.of(Feature.numeric(name));
  }

  @Override
  public boolean encode(Object value, double[] out, int at) {
    if (value == null || value instanceof String blank && blank.isBlank()) {
      out[at] = Double.NaN;
    } else if (value instanceof Boolean truth) {
      out[at] = truth ? 1 : 0;
    } else if (value instanceof Number number) {
      out[at] = number.doubleValue();
      return out[at] == 0 || out[at] == 1 || Double.isNaN(out[at]);
    } else if (value instanceof String text) {
      boolean truth = text.strip().equalsIgnoreCase("true");
      out[at] = truth ? 1 : 0;
      return truth || text.strip().equalsIgnoreCase("false");
    } else {
      return false;
    }
    return true;
  }

  @Override
  public String expected() {
    return "true or false";
  }

  @Override
  public Fields write() {
    return Fields.create().set("name", name).set("kind", "boolean");
  }
}
