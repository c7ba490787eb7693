package org.cairnml.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What makes rows equal: the values of some columns, 0 and -0 alike, missing equal to missing. */
final class RowKeys {

  private RowKeys() {}

  /** One key for each row, of these columns or, if none is named, of all. */
  static List<List<Object>> of(Table table, List<String> names) {
    List<Column> columns =
        names.isEmpty() ? table.columns() : names.stream().map(table::column).toList();
    List<List<Object>> keys = new ArrayList<>(table.rows());
    for (int i = 0; i < table.rows(); i++) {
      Object[] key = new Object[columns.size()];
      for (int j = 0; j < key.length; j++) {
        key[j] = value(columns.get(j), i);
      }
      keys.add(Arrays.asList(key));
    }
    return keys;
  }

  private static Object value(Column column, int row) {
    if (column.isMissing(row)) {
      return null;
    }
    return column.kind() == Column.Kind.NUMERIC
        ? (Object) (column.number(row) + 0.0)
        : column.string(row);
  }
}
