package org.cairnml.data;

import java.util.Locale;
import org.cairnml.base.DataException;
import org.cairnml.data.Column.Kind;

/** Builds one column from its fields, and finds its kind unless that is given. */
final class ColumnReader {
  // The first value decides on numeric, boolean, time or text, in this order. A later value that
  // does not fit makes the column text. The texts of the rows before are gone by then (007 has
  // become 7), so the reader says how many rows it needs again, and gets them by `again`.

  private final String name;
  private final Kind given;
  private final char decimal;
  private final MissingMarkers markers;
  private Values values;
  private int rows;
  private int lost;
  private boolean quotedMarker;

  ColumnReader(String name, Kind given, char decimal, MissingMarkers markers) {
    this.name = name;
    this.given = given;
    this.decimal = decimal;
    this.markers = markers;
    this.values = given == null ? null : values(given);
  }

  private Values values(Kind kind) {
    return switch (kind) {
      case NUMERIC ->
          new NumericValues(
              new NumberParser(
                  decimal,
                  given == null ? NumberParser.Names.REFUSED : NumberParser.Names.ALLOWED));
      case BOOLEAN -> new BooleanValues();
      case TIME -> new TimeValues();
      case CATEGORY, TEXT -> new StringValues(given, rows);
    };
  }

  /** The number of first rows whose fields are needed again. */
  int lost() {
    return lost;
  }

  /** How many rows there are so far. */
  int rows() {
    return rows;
  }

  /** Adds the fields of the next rows, which are one column of a batch. */
  void addAll(FieldBatch batch, int column, int columns) {
    for (int row = 0; row < batch.rows(); row++) {
      if (values instanceof NumericValues numbers) {
        int next = numbers.addPlain(batch, row, column, columns, markers);
        rows += next - row;
        row = next;
      }
      if (row < batch.rows()) {
        add(batch, row * columns + column);
      }
    }
  }

  private void add(FieldBatch batch, int field) {
    char[] buffer = batch.text();
    int start = batch.start(field);
    int end = batch.end(field);
    boolean quoted = batch.isQuoted(field);
    int from = batch.startOfValue(field);
    int to = batch.endOfValue(field);
    boolean texts = values instanceof StringValues;
    if (from == to) {
      addMissing();
    } else if (markers.contains(buffer, from, to) && !(texts && quoted)) {
      quotedMarker |= quoted;
      addMissing();
    } else if (texts) {
      addText(buffer, quoted ? start : from, quoted ? end : to);
    } else if (values == null ? !begin(buffer, from, to) : !values.add(buffer, from, to)) {
      requireFree(buffer, from, to);
      lost = values != null || quotedMarker ? rows : 0;
      values = new StringValues(null, rows);
      addText(buffer, quoted ? start : from, quoted ? end : to);
    }
    rows++;
  }

  private void addText(char[] buffer, int from, int to) {
    values.add(buffer, from, to);
  }

  private void addMissing() {
    if (values != null) {
      values.addMissing();
    }
  }

  private boolean begin(char[] buffer, int from, int to) {
    for (Kind kind : new Kind[] {Kind.NUMERIC, Kind.BOOLEAN, Kind.TIME}) {
      Values candidate = values(kind);
      for (int i = 0; i < rows; i++) {
        candidate.addMissing();
      }
      if (candidate.add(buffer, from, to)) {
        values = candidate;
        return true;
      }
    }
    return false;
  }

  private void requireFree(char[] buffer, int from, int to) {
    if (given != null) {
      throw new DataException(
          "column '"
              + name
              + "': '"
              + new String(buffer, from, Math.min(to - from, 60))
              + "' is not a "
              + switch (given) {
                case NUMERIC -> "number";
                case BOOLEAN -> "true or false";
                default -> "ISO date or date-time";
              }
              + "; correct it, make it a missing marker, or do not give the column the kind "
              + given.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Gives the field of one of the lost rows again. */
  void again(int row, FieldBatch batch, int field) {
    char[] buffer = batch.text();
    int start = batch.start(field);
    int end = batch.end(field);
    boolean quoted = batch.isQuoted(field);
    int from = batch.startOfValue(field);
    int to = batch.endOfValue(field);
    if (from < to && (quoted || !markers.contains(buffer, from, to))) {
      ((StringValues) values).set(row, buffer, quoted ? start : from, quoted ? end : to);
    }
  }

  /** The column of all rows. */
  Column toColumn() {
    if (values == null) {
      double[] none = new double[rows];
      java.util.Arrays.fill(none, Double.NaN);
      return new NumericColumn(name, none);
    }
    return values.toColumn(name);
  }
}
