package org.cairnml.data;

import java.util.List;
import java.util.Objects;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;

/** The columns of a file while it is read; each takes its fields from batches of records. */
final class ColumnReaders {
  // While the columns take the fields of one batch, in parallel, the next one is being cut into
  // fields, and the one after that is read and unpacked. Columns do not depend on each other, so
  // the table is the same for any number of
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

  /** Where the batches come from. */
  interface Records {
    /** Reads the characters of the next batch, at least as many as an earlier one has left. */
    void read(FieldBatch batch, FieldBatch earlier);

    /** Cuts a batch into fields, after the one before it. */
    void cut(FieldBatch batch, FieldBatch before);
  }

  /** Takes a first batch and all that follow; returns the number of rows. */
  int takeAll(FieldBatch first, Records records) {
    FieldBatch taken = first;
    FieldBatch cut = new FieldBatch();
    FieldBatch read = new FieldBatch();
    int rows = 0;
    if (!first.isLast()) {
      records.read(cut, first);
    }
    while (!taken.isLast()) {
      rows += taken.rows();
      step(taken, cut, read, records);
      FieldBatch free = taken;
      taken = cut;
      cut = read;
      read = free;
    }
    take(taken, 0, readers.length);
    return rows + taken.rows();
  }

  private void step(FieldBatch taken, FieldBatch cut, FieldBatch read, Records records) {
    int groups = Math.min(GROUPS, readers.length);
    RuntimeException[] failures = new RuntimeException[groups + 2];
    workers.run(
        groups + 2,
        part -> {
          int group = part - 2;
          try {
            if (group >= 0) {
              take(taken, group * readers.length / groups, (group + 1) * readers.length / groups);
            } else if (part == 1) {
              records.cut(cut, taken);
            } else if (!cut.isLast()) {
              records.read(read, taken);
            }
          } catch (RuntimeException e) {
            failures[group >= 0 ? group : groups + part] = e;
          }
        });
    for (RuntimeException failure : failures) {
      if (failure != null) {
        throw failure;
      }
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
    int before = reader.rows();
    try {
      reader.addAll(batch, column, readers.length);
    } catch (DataException e) {
      long line = batch.line(reader.rows() - before);
      throw new DataException(source.name() + ", line " + line + ", " + e.getMessage(), e);
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

  /** Gives the fields of rows again, of which the first is row {@code from}, up to {@code to}. */
  int takeAgain(FieldBatch batch, int from, int to) {
    int rows = Math.min(batch.rows(), to - from);
    for (int j = 0; j < readers.length; j++) {
      int lost = readers[j] == null ? 0 : Math.min(rows, readers[j].lost() - from);
      for (int row = 0; row < lost; row++) {
        readers[j].again(from + row, batch, row * readers.length + j);
      }
    }
    return rows;
  }

  /** The table; the readers are of no use afterwards. */
  Table table() {
    List<Column> columns =
        workers.map(
            readers.length,
            j -> {
              Column column = readers[j] == null ? null : readers[j].toColumn();
              readers[j] = null;
              return column;
            });
    Table table = Table.of(columns.stream().filter(Objects::nonNull).toList());
    return options.columns().isEmpty() ? table : table.select(options.columns());
  }
}
