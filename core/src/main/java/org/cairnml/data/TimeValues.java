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
    return add(parser.grain(), parser.micros());
  }

  /** Adds a LocalDate, LocalDateTime or Instant, or returns false if it does not go with others. */
  boolean add(Object time) {
    return add(TimeColumn.grainOf(time), TimeColumn.micros(time));
  }

  private boolean add(Grain here, long time) {
    if (grain != null && here != grain && (here == Grain.INSTANT || grain == Grain.INSTANT)) {
      return false;
    }
    grain = grain == Grain.DATE_TIME ? grain : here;
    append(time);
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
