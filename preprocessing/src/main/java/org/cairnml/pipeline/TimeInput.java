package org.cairnml.pipeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.Fields;
import org.cairnml.data.Column;

/**
 * A column of times, which become numbers: days since the start of 1970 with their fraction, month,
 * day of the month, day of the week (1 is Monday) and, unless all are dates, hour. Instants count
 * in UTC.
 */
record TimeInput(String name, boolean hasHours) implements Input {

  private static final double SECONDS_PER_DAY = 86_400;
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd[['T'][' ']HH:mm[:ss][.SSSSSS][.SSS][XXX]]");

  @Override
  public Column.Kind kind() {
    return Column.Kind.TIME;
  }

  @Override
  public List<Feature> features() {
    Feature days = Feature.numeric(name + " days");
    Feature month = Feature.numeric(name + " month");
    Feature day = Feature.numeric(name + " day");
    Feature weekday = Feature.numeric(name + " weekday");
    return hasHours
        ? List.of(days, month, day, weekday, Feature.numeric(name + " hour"))
        : List.of(days, month, day, weekday);
  }

  @Override
  public boolean encode(Object value, double[] out, int at) {
    if (value == null || value instanceof String blank && blank.isBlank()) {
      for (int k = 0; k < (hasHours ? 5 : 4); k++) {
        out[at + k] = Double.NaN;
      }
      return true;
    }
    if (value instanceof LocalDate date) {
      write(date, LocalTime.MIDNIGHT, out, at);
      return true;
    }
    LocalDateTime time = time(value);
    if (time != null) {
      write(time.toLocalDate(), time.toLocalTime(), out, at);
    }
    return time != null;
  }

  private void write(LocalDate date, LocalTime time, double[] out, int at) {
    double seconds = time.toNanoOfDay() / 1e9;
    out[at] = date.toEpochDay() + (hasHours ? seconds / SECONDS_PER_DAY : 0);
    out[at + 1] = date.getMonthValue();
    out[at + 2] = date.getDayOfMonth();
    out[at + 3] = date.getDayOfWeek().getValue();
    if (hasHours) {
      out[at + 4] = time.getHour();
    }
  }

  private static LocalDateTime time(Object value) {
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    if (value instanceof LocalDateTime time) {
      return time;
    }
    if (value instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    if (value instanceof OffsetDateTime time) {
      return time(time.toInstant());
    }
    if (value instanceof ZonedDateTime time) {
      return time(time.toInstant());
    }
    if (value instanceof java.util.Date date) {
      return time(Instant.ofEpochMilli(date.getTime()));
    }
    return value instanceof String text ? parse(text.strip()) : null;
  }

  private static LocalDateTime parse(String text) {
    try {
      TemporalAccessor parsed =
          ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return time(parsed);
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  @Override
  public String expected() {
    return hasHours ? "a time such as 2024-05-31T12:30" : "a date such as 2024-05-31";
  }

  @Override
  public Fields write() {
    return Fields.create().set("name", name).set("kind", "time").set("hours", hasHours);
  }
}
