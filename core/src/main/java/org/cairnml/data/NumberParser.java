package org.cairnml.data;

/**
 * Reads decimal numbers to the nearest double. Digits with an optional sign, fraction and exponent,
 * or {@code inf} or {@code infinity} in any case.
 */
final class NumberParser {
  // Up to 18 significant digits are gathered in a long. If they are below 2^53 and the power of ten
  // is at most 22, both are exact doubles and one division or multiplication rounds correctly
  // (Clinger 1990, doi:10.1145/93542.93557). Otherwise NearestDouble nearly always knows; the rest
  // goes to Double.parseDouble.

  /** Whether integers that look like names are refused. */
  enum Names {
    /** 007, and integers that a double cannot hold exactly, are not numbers. */
    REFUSED,
    /** They are numbers. */
    ALLOWED
  }

  private static final long EXACT = 1L << 53;
  private static final int MAX_DIGITS = 18;
  private static final double[] POWERS = new double[23];

  static {
    double power = 1;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = power;
      power *= 10;
    }
  }

  private final char decimal;
  private final Names names;
  private double value;

  NumberParser(char decimal, Names names) {
    this.decimal = decimal;
    this.names = names;
  }

  /** The number that {@link #parse} found last. */
  double value() {
    return value;
  }

  /** Whether the characters, without blanks around them, are a number. */
  boolean parse(char[] buffer, int from, int to) {
    int at = from;
    boolean negative = buffer[at] == '-';
    if (negative || buffer[at] == '+') {
      at++;
    }
    int start = at;
    long digits = 0;
    while (at < to && isDigit(buffer[at])) {
      digits = 10 * digits + (buffer[at++] - '0');
    }
    int count = at - start;
    boolean leadingZero = count > 1 && buffer[start] == '0';
    int scale = 0;
    boolean integer = true;
    if (at < to && buffer[at] == decimal) {
      integer = false;
      int point = at++;
      while (at < to && isDigit(buffer[at])) {
        digits = 10 * digits + (buffer[at++] - '0');
      }
      scale = at - point - 1;
      count += scale;
    }
    if (count == 0) {
      return infinity(buffer, at, to, negative);
    }
    int exponent = 0;
    if (at < to && (buffer[at] | 0x20) == 'e') {
      integer = false;
      int first = ++at;
      boolean down = at < to && buffer[at] == '-';
      if (at < to && (down || buffer[at] == '+')) {
        first = ++at;
      }
      while (at < to && isDigit(buffer[at])) {
        exponent = Math.min(10 * exponent + (buffer[at++] - '0'), 100_000);
      }
      if (at == first) {
        return false;
      }
      exponent = down ? -exponent : exponent;
    }
    if (at != to) {
      return false;
    }
    boolean gathered = count <= MAX_DIGITS || significant(buffer, start, to) <= MAX_DIGITS;
    boolean exact = gathered && digits <= EXACT;
    int power = exponent - scale;
    double magnitude = NearestDouble.UNDECIDED;
    if (exact && power == 0) {
      magnitude = digits;
    } else if (exact && -POWERS.length < power && power < POWERS.length) {
      magnitude = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
    } else if (gathered && digits > 0) {
      magnitude = NearestDouble.of(digits, power);
    }
    value =
        Double.isNaN(magnitude)
            ? Double.parseDouble(new String(buffer, from, to - from).replace(decimal, '.'))
            : negative ? -magnitude : magnitude;
    return names == Names.ALLOWED
        || !leadingZero && (!integer || exact || isHeld(buffer, from, to));
  }

  /** How many digits there are before the exponent, without leading zeros. */
  private static int significant(char[] buffer, int from, int to) {
    int count = 0;
    for (int i = from; i < to && (buffer[i] | 0x20) != 'e'; i++) {
      count += isDigit(buffer[i]) && (count > 0 || buffer[i] != '0') ? 1 : 0;
    }
    return count;
  }

  private boolean isHeld(char[] buffer, int from, int to) {
    return new java.math.BigDecimal(buffer, from, to - from)
            .compareTo(new java.math.BigDecimal(value))
        == 0;
  }

  private boolean infinity(char[] buffer, int at, int to, boolean negative) {
    value = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    return BooleanValues.equalsIgnoreCase("inf", buffer, at, to)
        || BooleanValues.equalsIgnoreCase("infinity", buffer, at, to);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
