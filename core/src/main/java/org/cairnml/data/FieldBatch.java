package org.cairnml.data;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;

/**
 * Some following records of a file: their characters in one array, and where each field is in it,
 * row by row.
 */
final class FieldBatch {
  // The characters are read behind some room, so that the rest of the batch before, the beginning
  // of a record, can be put in front of them. The bounds of a quoted field are kept as ~start.

  private static final int ROOM = 1 << 12;

  private char[] text = new char[0];
  private int from;
  private int to;
  private boolean last;
  private IOException failure;
  private int[] starts = new int[1 << 10];
  private int[] ends = new int[1 << 10];
  private long[] lines = new long[1 << 8];
  private int fields;
  private int rowStart;
  private int rows;

  /** Takes the next characters instead of what is here; a failure is kept for {@link #failure}. */
  void read(Reader in, int characters) {
    if (text.length < ROOM + characters) {
      text = new char[ROOM + characters];
    }
    from = ROOM;
    to = ROOM;
    last = false;
    failure = null;
    clear();
    try {
      while (to < text.length && !last) {
        int count = in.read(text, to, text.length - to);
        last = count < 0;
        to += Math.max(0, count);
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  /** Puts the characters in front that another batch has left. */
  void startWithRestOf(FieldBatch before) {
    int rest = before.rest();
    if (rest > from) {
      char[] longer = new char[rest + to - from];
      System.arraycopy(text, from, longer, rest, to - from);
      to += rest - from;
      from = rest;
      text = longer;
    }
    from -= rest;
    System.arraycopy(before.text, before.from, text, from, rest);
  }

  /** How many characters are not cut into fields yet. */
  int rest() {
    return to - from;
  }

  /** Whether the file ends with these characters. */
  boolean isLast() {
    return last;
  }

  /** Why the characters after these could not be read. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  char[] text() {
    return text;
  }

  /** Where the first character is that is not cut into fields yet. */
  int from() {
    return from;
  }

  /** Where the characters end. */
  int to() {
    return to;
  }

  /** The characters before this place need not be looked at again. */
  void cutTo(int place) {
    from = place;
  }

  /** Adds a field to the record that is being cut. */
  void addField(int start, int end, boolean quoted) {
    if (fields == starts.length) {
      starts = Arrays.copyOf(starts, 2 * fields);
      ends = Arrays.copyOf(ends, 2 * fields);
    }
    starts[fields] = quoted ? ~start : start;
    ends[fields++] = end;
  }

  /** Forgets the fields of the record that is being cut. */
  void forgetRecord() {
    fields = rowStart;
  }

  /** Makes one of each two quotes in the quoted fields of the record that is being cut. */
  void halveQuotes(int quote) {
    for (int field = rowStart; field < fields; field++) {
      if (isQuoted(field)) {
        int end = start(field);
        for (int i = start(field); i < ends[field]; i++) {
          text[end++] = text[i];
          i += text[i] == quote ? 1 : 0;
        }
        ends[field] = end;
      }
    }
  }

  /** How many fields the record that is being cut has so far. */
  int fieldsOfRecord() {
    return fields - rowStart;
  }

  /** Ends the record, which began at a line. */
  void endRow(long line) {
    if (rows == lines.length) {
      lines = Arrays.copyOf(lines, 2 * rows);
    }
    lines[rows++] = line;
    rowStart = fields;
  }

  /** Forgets all fields; the characters stay. */
  void clear() {
    fields = 0;
    rowStart = 0;
    rows = 0;
  }

  int rows() {
    return rows;
  }

  /** The line at which a row began. */
  long line(int row) {
    return lines[row];
  }

  int start(int field) {
    return starts[field] ^ (starts[field] >> 31);
  }

  int end(int field) {
    return ends[field];
  }

  /** Where a field begins without the blanks before its value. */
  int startOfValue(int field) {
    int from = start(field);
    while (from < ends[field] && text[from] <= ' ') {
      from++;
    }
    return from;
  }

  /** Where a field ends without the blanks after its value. */
  int endOfValue(int field) {
    int from = startOfValue(field);
    int to = ends[field];
    while (from < to && text[to - 1] <= ' ') {
      to--;
    }
    return to;
  }

  boolean isQuoted(int field) {
    return starts[field] < 0;
  }

  String string(int field) {
    return new String(text, start(field), end(field) - start(field));
  }
}
