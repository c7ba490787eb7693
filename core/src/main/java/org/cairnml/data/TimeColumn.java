package org.cairnml.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cairnml.base.DataException;

/** A column of dates, of date-times without zone, or of instants; exact to the microsecond. */
public final class TimeColumn implements Column {

  /** What the times are. */
  public enum Grain {
    /** Days: {@link LocalDate}. */
    DATE,
    /** Date and time of day, of no known zone: {@link LocalDateTime}. */
    DATE_TIME,
    /** Points in time: {@link Instant}. */
    INSTANT
  }

  static final long MISSING = Long.MIN_VALUE;
  private static final long PER_SECOND = 1_000_000;

  private final String name;
  private final long[] micros;
  private final Grain grain;

  /** Keeps the values (microseconds since 1970, MISSING) without a copy. */
  TimeColumn(String name, long[] micros, Grain grain) {
    this.name = Objects.requireNonNull(name, "name");
    this.micros = micros;
    this.grain = grain;
  }

  static TimeColumn of(String name, List<?> values) {
    Grain grain = null;
    long[] micros = new long[values.size()];
    for (int i = 0; i < micros.length; i++) {
      Object value = values.get(i);
      if (value == null) {
        micros[i] = MISSING;
        continue;
      }
      Grain here = grainOf(value);
      if (here == null || grain != null && here != grain) {
        throw new DataException(
            "column '"
                + name
                + "', row "
                + i
                + ": "
                + value
                + " is a "
                + value.getClass().getSimpleName()
                + ", expected LocalDate, LocalDateTime or Instant, the same in all rows");
      }
      grain = here;
      micros[i] = micros(value);
    }
    return new TimeColumn(name, micros, grain == null ? Grain.DATE_TIME : grain);
  }

  /** The grain of a LocalDate, LocalDateTime or Instant; null for anything else. */
  static Grain grainOf(Object value) {
    if (value instanceof LocalDate) {
      return Grain.DATE;
    }
    return value instanceof LocalDateTime
        ? Grain.DATE_TIME
        : value instanceof Instant ? Grain.INSTANT : null;
  }

  /** The microseconds since 1970 of a LocalDate, LocalDateTime or Instant. */
  static long micros(Object value) {
    if (value instanceof LocalDate date) {
      return Math.multiplyExact(date.toEpochDay(), 86_400 * PER_SECOND);
    }
    return value instanceof LocalDateTime time
        ? micros(time.toInstant(ZoneOffset.UTC))
        : micros((Instant) value);
  }

  private static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1000);
  }

  /** What the times are. */
  public Grain grain() {
    return grain;
  }

  /** The time of a row as microseconds since the start of 1970 (UTC); the row must have one. */
  public long epochMicros(int row) {
    if (isMissing(row)) {
      throw new DataException("column '" + name + "', row " + row + ": the time is missing");
    }
    return micros[row];
  }

  /** The date and time of a row, in UTC for instants, at midnight for dates; null if missing. */
  public LocalDateTime dateTime(int row) {
    return isMissing(row) ? null : LocalDateTime.ofInstant(instant(row), ZoneOffset.UTC);
  }

  private Instant instant(int row) {
    return Instant.EPOCH.plus(micros[row], ChronoUnit.MICROS);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Kind kind() {
    return Kind.TIME;
  }

  @Override
  public int size() {
    return micros.length;
  }

  @Override
  public boolean isMissing(int row) {
    return micros[row] == MISSING;
  }

  @Override
  public String string(int row) {
    return isMissing(row) ? null : value(row).toString();
  }

  @Override
  public Object value(int row) {
    if (isMissing(row)) {
      return null;
    }
    return switch (grain) {
      case DATE -> dateTime(row).toLocalDate();
      case DATE_TIME -> dateTime(row);
      case INSTANT -> instant(row);
    };
  }

  @Override
  public Labels toLabels() {
    throw new DataException(
        "column '" + name + "' holds times, which cannot be labels; take another column");
  }

  @Override
  public TimeColumn withName(String newName) {
    return new TimeColumn(newName, micros, grain);
  }

  @Override
  public TimeColumn rows(int... rows) {
    return new TimeColumn(name, Arrays.stream(rows).mapToLong(i -> micros[i]).toArray(), grain);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeColumn that
        && name.equals(that.name)
        && grain == that.grain
        && Arrays.equals(micros, that.micros);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(micros);
  }

  @Override
  public String toString() {
    return "time column '" + name + "' of " + size();
  }
}
