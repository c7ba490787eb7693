package org.cairnml.selection;

import java.util.Locale;
import org.cairnml.core.Dataset;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.linalg.SparseMatrix;

/** A short text that is another one, but for a chance of 2^-64, if any value is another one. */
final class Fingerprint {

  private long hash;

  private Fingerprint() {}

  /** Of features, target or labels, weights, groups and offset. */
  static String of(Dataset data) {
    var print = new Fingerprint();
    print.add(data.schema().toString());
    if (data.isSparse()) {
      print.add(data.sparse());
    } else {
      for (int i = 0; i < data.rows(); i++) {
        print.add(data.x().row(i).toArray());
      }
    }
    print.add(data.hasTarget() ? data.target() : new double[0]);
    print.add(data.hasLabels() ? data.labels().classes().toString() : "");
    print.add(data.hasLabels() ? data.labels().codes() : new int[0]);
    print.add(data.isWeighted() ? data.weights() : new double[0]);
    print.add(data.groups().orElse(new int[0]));
    print.add(data.offset().orElse(new double[0]));
    return print.text();
  }

  /** Of all columns, their names and kinds. */
  static String of(Table table) {
    var print = new Fingerprint();
    for (Column column : table.columns()) {
      print.add(column.name());
      print.add(column.kind().name());
      if (column.kind() == Column.Kind.NUMERIC) {
        print.add(column.toDoubles());
      } else {
        column.toStrings().forEach(print::add);
      }
    }
    return print.text();
  }

  private void add(SparseMatrix x) {
    for (int i = 0; i < x.rows(); i++) {
      for (int at = x.start(i); at < x.start(i + 1); at++) {
        add(x.column(at));
        add(Double.doubleToLongBits(x.value(at)));
      }
      add(-1);
    }
  }

  private void add(double[] values) {
    add(values.length);
    for (double value : values) {
      add(Double.doubleToLongBits(value));
    }
  }

  private void add(int[] values) {
    add(values.length);
    for (int value : values) {
      add(value);
    }
  }

  private void add(String text) {
    add(text == null ? -1 : text.length());
    for (int i = 0; text != null && i < text.length(); i++) {
      add(text.charAt(i));
    }
  }

  /** One step of a chain of SplitMix64 finalizers. */
  private void add(long value) {
    long z = hash * 0x9E3779B97F4A7C15L + value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    hash = z ^ (z >>> 31);
  }

  private String text() {
    return String.format(Locale.ROOT, "%016x", hash);
  }
}
