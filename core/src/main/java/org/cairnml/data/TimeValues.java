package org.cairnml.data;

import java.util.Arrays;
import org.cairnml.data.TimeColumn.Grain;

/** Times; dates become date-times when a date-time follows. */
final class TimeValues implements Values {

  private final TimeParser parser = new TimeParser();
  private long[] micros = new long[64];
  private int used;
  private Grain grain;

  @Override
  public boolean add(char[] buffer, int from, int to) {
    if (!parser.parse(buffer, from, to)) {
      return false;
    }
    Grain here = parser.grain();
    if (grain != null && here != grain && (here == Grain.INSTANT || grain == Grain.INSTANT)) {
      return false;
    }
    grain = grain == Grain.DATE_TIME ? grain : here;
    append(parser.micros());
    return true;
  }

  @Override
  public void addMissing() {
    append(TimeColumn.MISSING);
  }

  private void append(long value) {
    if (used == micros.length) {
      micros = Arrays.copyOf(micros, used + (used >> 1));
    }
    micros[used++] = value;
  }

  @Override
  public Column toColumn(String name) {
    return new TimeColumn(
        name, Arrays.copyOf(micros, used), grain == null ? Grain.DATE_TIME : grain);
  }
}
