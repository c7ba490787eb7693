package org.cairnml.data;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;

/** Passes each field on as the parser's own characters, without making a String of it. */
final class FieldHandler extends CsvCallbackHandler<Boolean> {

  /** What takes the fields. */
  @FunctionalInterface
  interface Receiver {
    void field(int index, char[] buffer, int offset, int length, boolean quoted);
  }

  private static final Receiver NOBODY = (index, buffer, offset, length, quoted) -> {};

  private Receiver receiver = NOBODY;
  private long line;
  private int count;
  private RecordType type = RecordType.DATA;

  void sendTo(Receiver next) {
    receiver = next;
  }

  void sendToNobody() {
    receiver = NOBODY;
  }

  /** Forgets the line of an earlier pass. */
  void forget() {
    line = 0;
  }

  /** The line, from 1, at which the last record began; 0 before the first. */
  long line() {
    return line;
  }

  /** How many fields the last record has. */
  int count() {
    return count;
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    line = startingLineNumber;
    count = 0;
    type = RecordType.DATA;
  }

  @Override
  protected void addField(char[] buffer, int offset, int length, boolean quoted) {
    receiver.field(count++, buffer, offset, length, quoted);
  }

  @Override
  protected void setComment(char[] buffer, int offset, int length) {
    type = RecordType.COMMENT;
  }

  @Override
  protected void setEmpty() {
    type = RecordType.EMPTY;
  }

  @Override
  protected Boolean buildRecord() {
    return Boolean.TRUE;
  }

  @Override
  protected RecordType getRecordType() {
    return type;
  }

  @Override
  protected int getFieldCount() {
    return count;
  }
}
