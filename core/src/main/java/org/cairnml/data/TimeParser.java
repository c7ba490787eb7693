package org.cairnml.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.cairnml.data.TimeColumn.Grain;

/**
 * Reads ISO 8601 dates ({@code 2024-02-29}) and date-times ({@code 2024-02-29T12:30}, {@code
 * 2024-02-29 12:30:05.25}, with {@code Z} or {@code +02:00} after them).
 */
final class TimeParser {

  private static final int DATE = 10;
  private static final int MINUTES = 16;
  private static final long MICROS_PER_SECOND = 1_000_000;

  private char[] buffer;
  private int at;
  private int to;
  private long micros;
  private Grain grain;
  private int day = -1;
  private long epochDay;

  /** Microseconds since 1970 of the last time. */
  long micros() {
    return micros;
  }

  /** The grain of the last time. */
  Grain grain() {
    return grain;
  }

  /** Whether the characters, without blanks around them, are a time. */
  boolean parse(char[] characters, int from, int end) {
    buffer = characters;
    at = from;
    to = end;
    int length = end - from;
    if (length < DATE || characters[from + 4] != '-' || characters[from + 7] != '-') {
      return false;
    }
    int year = number(4);
    at++;
    int month = number(2);
    at++;
    int dayOfMonth = number(2);
    if (year < 0 || month < 0 || dayOfMonth < 0 || !isDay(year, month, dayOfMonth)) {
      return false;
    }
    micros = epochDay * 86_400 * MICROS_PER_SECOND;
    grain = Grain.DATE;
    return length == DATE || length >= MINUTES && timeOfDay();
  }

  /** Finds the days since 1970, which following rows often share. */
  private boolean isDay(int year, int month, int dayOfMonth) {
    int code = (100 * year + month) * 100 + dayOfMonth;
    if (code != day) {
      try {
        epochDay = LocalDate.of(year, month, dayOfMonth).toEpochDay();
      } catch (DateTimeException noSuchDay) {
        return false;
      }
      day = code;
    }
    return true;
  }

  private boolean timeOfDay() {
    grain = Grain.DATE_TIME;
    if (buffer[at] != 'T' && buffer[at] != ' ' || buffer[at + 3] != ':') {
      return false;
    }
    at++;
    int hour = number(2);
    at++;
    int minute = number(2);
    int second = 0;
    if (at + 2 < to && buffer[at] == ':') {
      at++;
      second = number(2);
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return false;
    }
    micros += (hour * 3600L + minute * 60 + second) * MICROS_PER_SECOND;
    return fraction() && (at == to || offset());
  }

  private boolean fraction() {
    if (at == to || buffer[at] != '.') {
      return true;
    }
    int first = ++at;
    long unit = MICROS_PER_SECOND;
    while (at < to && buffer[at] >= '0' && buffer[at] <= '9') {
      unit /= 10;
      micros += (buffer[at++] - '0') * unit;
    }
    return at > first;
  }

  private boolean offset() {
    grain = Grain.INSTANT;
    char sign = buffer[at++];
    if (sign == 'Z') {
      return at == to;
    }
    if (sign != '+' && sign != '-' || to - at < 2) {
      return false;
    }
    int hours = number(2);
    if (at < to && buffer[at] == ':') {
      at++;
    }
    int minutes = to - at == 2 ? number(2) : 0;
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || at != to) {
      return false;
    }
    long shift = (hours * 60L + minutes) * 60 * MICROS_PER_SECOND;
    micros -= sign == '+' ? shift : -shift;
    return true;
  }

  /** The next digits as a number, or -1. */
  private int number(int digits) {
    int number = 0;
    for (int end = at + digits; at < end; at++) {
      int digit = buffer[at] - '0';
      if (digit < 0 || digit > 9) {
        at = end;
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
