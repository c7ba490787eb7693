package org.cairnml.preprocessing.impute;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Feature;
import org.cairnml.core.Fields;
import org.cairnml.core.Schema;

/**
 * The columns that an imputer keeps, and those that tell where values were missing.
 *
 * <p>In a file: {@code columns} (the input columns that are kept), {@code output} (what they
 * become, a schema), {@code values} (what fills them), {@code anyMissing} (0 or 1), {@code
 * indicator}.
 */
final class Fillings {

  private final List<Filling> all;
  private final boolean indicator;
  private final int[] indicated;

  /**
   * Keeps its arguments.
   *
   * @param indicator whether columns that had missing values get one that tells where
   */
  Fillings(List<Filling> all, boolean indicator) {
    this.all = List.copyOf(all);
    this.indicator = indicator;
    indicated =
        all.stream().filter(f -> indicator && f.anyMissing()).mapToInt(Filling::column).toArray();
  }

  List<Filling> all() {
    return all;
  }

  int size() {
    return all.size();
  }

  /** The columns that are kept, then the indicators. */
  Schema output(Schema schema) {
    List<Feature> features = new ArrayList<>(all.stream().map(Filling::output).toList());
    for (int column : indicated) {
      features.add(Feature.numeric(schema.name(column) + " missing"));
    }
    return new Schema(features);
  }

  /** The names of the columns that are not kept since they had no value to learn from. */
  List<String> dropped(Schema schema) {
    List<String> dropped = new ArrayList<>(schema.names());
    all.forEach(f -> dropped.remove(schema.name(f.column())));
    return List.copyOf(dropped);
  }

  /** What a user should know: the dropped columns, empty if none. */
  String note(Schema schema) {
    List<String> dropped = dropped(schema);
    return dropped.isEmpty() ? "" : "dropped columns without any value: " + dropped;
  }

  /** Writes the indicators, which follow the columns that are kept. */
  void indicate(double[] row, double[] out) {
    for (int k = 0; k < indicated.length; k++) {
      out[all.size() + k] = Double.isNaN(row[indicated[k]]) ? 1 : 0;
    }
  }

  void write(Fields fields) {
    fields
        .set("columns", all.stream().mapToInt(Filling::column).toArray())
        .set("output", new Schema(all.stream().map(Filling::output).toList()))
        .set("values", all.stream().mapToDouble(Filling::value).toArray())
        .set("anyMissing", all.stream().mapToInt(f -> f.anyMissing() ? 1 : 0).toArray())
        .set("indicator", indicator);
  }

  static Fillings read(Fields fields, Schema schema) {
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
    return new Fillings(fillings, fields.getBoolean("indicator"));
  }
}
