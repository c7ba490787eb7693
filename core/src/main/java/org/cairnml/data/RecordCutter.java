package org.cairnml.data;

import java.util.Optional;
import org.cairnml.base.DataException;

/**
 * Cuts characters into records and fields: RFC 4180 with any separator; LF, CRLF or CR at line
 * ends; blanks around quotes are dropped, and a quote within a field that does not begin with one
 * is data. Empty lines are skipped.
 */
final class RecordCutter {
  // Fields are cut where they stand, without a copy. Most characters are larger than separator and
  // line ends, so that one comparison tells that the field goes on. A record of which not all is
  // there yet is cut from its beginning again when there is more.

  private static final int NONE = -1;

  private final String source;
  private final char separator;
  private final int quote;
  private final char highest;
  private long line = 1;
  private long nextLine = 1;
  private int linesInQuotes;
  private boolean doubledQuotes;

  RecordCutter(String source, char separator, Optional<Character> quote) {
    this.source = source;
    this.separator = separator;
    this.quote = quote.isPresent() ? quote.get() : NONE;
    highest = (char) Math.max(separator, '\r');
  }

  /** The line, from 1, at which the last record began, or the one of which not all is there. */
  long line() {
    return line;
  }

  /**
   * Adds the fields of the next record to the batch, or returns false if not all of it is there.
   */
  boolean next(FieldBatch batch) {
    int at = afterEmptyLines(batch);
    if (at == NONE || at == batch.to()) {
      return false;
    }
    line = nextLine;
    linesInQuotes = 0;
    doubledQuotes = false;
    while (true) {
      int end = field(batch, at);
      if (end == batch.to() && batch.isLast()) {
        at = end;
        break;
      }
      if (end < batch.to() && batch.text()[end] == separator) {
        at = end + 1;
        continue;
      }
      at = end == batch.to() ? NONE : afterLineEnd(batch, end);
      break;
    }
    if (at == NONE) {
      batch.forgetRecord();
      return false;
    }
    if (doubledQuotes) {
      batch.halveQuotes(quote);
    }
    nextLine = line + 1 + linesInQuotes;
    batch.cutTo(at);
    return true;
  }

  private int afterEmptyLines(FieldBatch batch) {
    int at = batch.from();
    while (at != NONE && at < batch.to() && isLineEnd(batch.text()[at])) {
      at = afterLineEnd(batch, at);
      if (at != NONE) {
        nextLine++;
        batch.cutTo(at);
      }
    }
    line = nextLine;
    return at;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** Where the next line begins, or NONE if it is open whether a LF follows the CR. */
  private static int afterLineEnd(FieldBatch batch, int at) {
    if (batch.text()[at] == '\n') {
      return at + 1;
    }
    if (at + 1 == batch.to()) {
      return batch.isLast() ? at + 1 : NONE;
    }
    return batch.text()[at + 1] == '\n' ? at + 2 : at + 1;
  }

  /** Adds the field that begins at a place; returns where it ends, at the latest at the end. */
  private int field(FieldBatch batch, int start) {
    char[] text = batch.text();
    int to = batch.to();
    int at = quote == NONE ? start : afterBlanks(text, start, to);
    if (at < to && text[at] == quote) {
      return quotedField(batch, at + 1);
    }
    while (at < to && (text[at] > highest || text[at] != separator && !isLineEnd(text[at]))) {
      at++;
    }
    batch.addField(start, at, false);
    return at;
  }

  private int afterBlanks(char[] text, int start, int to) {
    int at = start;
    while (at < to
        && text[at] <= ' '
        && text[at] != separator
        && text[at] != quote
        && !isLineEnd(text[at])) {
      at++;
    }
    return at;
  }

  private int quotedField(FieldBatch batch, int start) {
    char[] text = batch.text();
    int to = batch.to();
    int at = start;
    for (boolean open = true; open; ) {
      for (; at < to && text[at] != quote; at++) {
        linesInQuotes += text[at] == '\r' || text[at] == '\n' && text[at - 1] != '\r' ? 1 : 0;
      }
      if (at == to && batch.isLast()) {
        throw quoting("a quote is not closed until the end of the file");
      }
      if (at >= to - 1 && !batch.isLast()) {
        return to;
      }
      open = at + 1 < to && text[at + 1] == quote;
      doubledQuotes |= open;
      at += open ? 2 : 0;
    }
    int end = afterBlanks(text, at + 1, to);
    if (end < to && text[end] != separator && !isLineEnd(text[end])) {
      throw quoting("'" + text[end] + "' after the closing quote of a value");
    }
    batch.addField(start, at, true);
    return end;
  }

  private DataException quoting(String what) {
    return new DataException(
        source
            + ", line "
            + line
            + ": "
            + what
            + "; close the quote, double quotes within a value, or, if quotes are data, name"
            + " the file .tsv (in Java: withoutQuotes())");
  }
}
