package org.cairnml.data;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;

/** The columns of a file while it is read; each takes its fields from batches of records. */
final class ColumnReaders {
  // While the columns take the fields of one batch, in parallel, the next one is being cut into
  // fields. Columns do not depend on each other, so the table is the same for any number of
  // threads. If several values are refused, the one in the first column is reported; one that is
  // refused goes before what is wrong in the batch that was being cut.

  private static final int GROUPS = 16;

  private final CsvOptions options;
  private final TextSource source;
  private final ColumnReader[] readers;
  private final Workers workers = Workers.standard();

  ColumnReaders(CsvOptions options, TextSource source, List<String> names) {
    this.options = options;
    this.source = source;
    MissingMarkers markers = new MissingMarkers(options.missing());
    readers = new ColumnReader[names.size()];
    for (int j = 0; j < readers.length; j++) {
      String name = names.get(j);
      if (options.columns().isEmpty() || options.columns().contains(name)) {
        readers[j] = new ColumnReader(name, options.kinds().get(name), options.decimal(), markers);
      }
    }
  }

  /** What fills a batch and says whether more may follow. */
  interface Filler {
    boolean fill(FieldBatch batch);
  }

  /** Takes a first batch and all that follow; returns the number of rows. */
  int takeAll(FieldBatch first, Filler filler) {
    FieldBatch current = first;
    FieldBatch next = new FieldBatch();
    int rows = 0;
    boolean more = filler.fill(current);
    while (more) {
      rows += current.rows();
      more = takeWhileFilling(current, next, filler);
      FieldBatch free = current;
      current = next;
      next = free;
    }
    rows += current.rows();
    take(current, 0, readers.length);
    return rows;
  }

  private boolean takeWhileFilling(FieldBatch current, FieldBatch next, Filler filler) {
    int groups = Math.min(GROUPS, readers.length);
    boolean[] more = new boolean[1];
    RuntimeException[] failures = new RuntimeException[groups + 1];
    workers.run(
        groups + 1,
        part -> {
          try {
            if (part == 0) {
              next.clear();
              more[0] = filler.fill(next);
            } else {
              take(current, (part - 1) * readers.length / groups, part * readers.length / groups);
            }
          } catch (RuntimeException e) {
            failures[part] = e;
          }
        });
    for (int part = 1; part <= groups; part++) {
      throwIfAny(failures[part]);
    }
    throwIfAny(failures[0]);
    return more[0];
  }

  private static void throwIfAny(RuntimeException failure) {
    if (failure != null) {
      throw failure;
    }
  }

  private void take(FieldBatch batch, int from, int to) {
    for (int j = from; j < to; j++) {
      if (readers[j] != null) {
        take(batch, j);
      }
    }
  }

  private void take(FieldBatch batch, int column) {
    ColumnReader reader = readers[column];
    char[] text = batch.text();
    int row = 0;
    try {
      for (int field = column; row < batch.rows(); row++, field += readers.length) {
        int start = batch.start(field);
        reader.add(text, start, batch.end(field) - start, batch.isQuoted(field));
      }
    } catch (DataException e) {
      throw new DataException(
          source.name() + ", line " + batch.line(row) + ", " + e.getMessage(), e);
    }
  }

  /** The number of first rows that some column needs again. */
  int lost() {
    int lost = 0;
    for (ColumnReader reader : readers) {
      lost = Math.max(lost, reader == null ? 0 : reader.lost());
    }
    return lost;
  }

  /** Gives a field of a row again. */
  void again(int row, int column, char[] buffer, int offset, int length, boolean quoted) {
    ColumnReader reader = column < readers.length ? readers[column] : null;
    if (reader != null && row < reader.lost()) {
      reader.again(row, buffer, offset, length, quoted);
    }
  }

  /** The table; the readers are of no use afterwards. */
  Table table() {
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < readers.length; j++) {
      if (readers[j] != null) {
        columns.add(readers[j].toColumn());
        readers[j] = null;
      }
    }
    Table table = Table.of(columns);
    return options.columns().isEmpty() ? table : table.select(options.columns());
  }
}
