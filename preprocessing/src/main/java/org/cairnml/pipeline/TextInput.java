package org.cairnml.pipeline;

import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.Fields;
import org.cairnml.data.Column;
import org.cairnml.preprocessing.text.TextModel;

/** A column of texts, which become numbers; a missing text is an empty one. */
record TextInput(String name, TextModel model) implements Input {

  @Override
  public Column.Kind kind() {
    return Column.Kind.TEXT;
  }

  @Override
  public List<Feature> features() {
    return model.names().stream().map(term -> Feature.numeric(name + "=" + term)).toList();
  }

  @Override
  public boolean encode(Object value, double[] out, int at) {
    model.transformInto(value == null ? null : value.toString(), out, at);
    return true;
  }

  @Override
  public boolean encode(Column column, int row, double[] out, int at) {
    model.transformInto(column.string(row), out, at);
    return true;
  }

  @Override
  public String expected() {
    return "a text";
  }

  @Override
  public Fields write() {
    return Fields.create().set("name", name).set("kind", "text").setModel("model", model);
  }
}
