package org.cairnml.preprocessing.impute;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Feature;
import org.cairnml.core.Fields;
import org.cairnml.core.Schema;

/**
 * Fillings in a file: {@code columns} (the input columns that are kept), {@code output} (what they
 * become, a schema), {@code values} (what fills them), {@code anyMissing} (0 or 1).
 */
final class FillingFields {

  private FillingFields() {}

  static void write(Fields fields, List<Filling> all) {
    List<Feature> features = all.stream().map(Filling::output).toList();
    fields
        .set("columns", all.stream().mapToInt(Filling::column).toArray())
        .set("output", new Schema(features))
        .set("values", all.stream().mapToDouble(Filling::value).toArray())
        .set("anyMissing", all.stream().mapToInt(f -> f.anyMissing() ? 1 : 0).toArray());
  }

  static List<Filling> read(Fields fields, Schema schema) {
    Schema output = fields.getSchema("output");
    int[] columns = fields.getInts("columns");
    double[] values = fields.getDoubles("values");
    int[] anyMissing = fields.getInts("anyMissing");
    if (columns.length != output.width()
        || columns.length != values.length
        || columns.length != anyMissing.length) {
      throw new FormatException("the fields of an imputer are of unequal length");
    }
    List<Filling> fillings = new ArrayList<>();
    for (int k = 0; k < columns.length; k++) {
      if (columns[k] < 0 || columns[k] >= schema.width()) {
        throw new FormatException("an imputer has no column " + columns[k]);
      }
      fillings.add(new Filling(columns[k], output.get(k), values[k], anyMissing[k] != 0));
    }
    return fillings;
  }
}
