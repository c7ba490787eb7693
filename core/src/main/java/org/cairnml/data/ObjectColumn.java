package org.cairnml.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import org.cairnml.base.DataException;
import org.cairnml.data.Column.Kind;

/** Builds a column from Java objects, whose classes decide on its kind. Null is missing. */
final class ObjectColumn {
  // Numbers are kept as doubles. An integer that a double cannot hold turns the whole column into
  // names; those before it are held exactly, so their texts can be made from the doubles.

  private final String name;
  private Kind kind;
  private boolean integers = true;
  private final NumericValues numbers = new NumericValues(null);
  private final TimeValues times = new TimeValues();
  private final BooleanValues truths = new BooleanValues();
  private StringValues strings;
  private int rows;

  ObjectColumn(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Adds the value of the next row. */
  void add(Object given) {
    Object value = normal(given);
    if (value == null) {
      addMissing();
    } else {
      Kind here = kind(value);
      if (kind == null) {
        start(here);
      } else if (here != kind) {
        throw mixed(given);
      }
      addPresent(value, given);
    }
    rows++;
  }

  private void start(Kind first) {
    kind = first;
    if (kind == Kind.TEXT) {
      strings = new StringValues(null, rows);
    } else {
      for (int i = 0; i < rows; i++) {
        addMissing();
      }
    }
  }

  private void addMissing() {
    if (strings != null) {
      strings.addMissing();
    } else if (kind != null) {
      switch (kind) {
        case NUMERIC -> numbers.addMissing();
        case BOOLEAN -> truths.addMissing();
        default -> times.addMissing();
      }
    }
  }

  private void addPresent(Object value, Object given) {
    if (strings != null) {
      addText(value.toString());
      return;
    }
    switch (kind) {
      case NUMERIC -> addNumber((Number) value);
      case BOOLEAN -> truths.add((Boolean) value);
      default -> {
        if (!times.add(value)) {
          throw mixed(given);
        }
      }
    }
  }

  private void addNumber(Number number) {
    boolean integer =
        !(number instanceof Double || number instanceof Float || number instanceof BigDecimal);
    integers &= integer;
    if (integer && integers && !isHeld(number)) {
      Column before = numbers.toColumn(name);
      strings = new StringValues(null, 0);
      for (int i = 0; i < rows; i++) {
        if (before.isMissing(i)) {
          strings.addMissing();
        } else {
          addText(new BigDecimal(before.number(i)).toPlainString());
        }
      }
      addText(number.toString());
    } else {
      numbers.append(number.doubleValue());
    }
  }

  /** Whether a double can be exactly this integer. */
  private static boolean isHeld(Number integer) {
    double rounded = integer.doubleValue();
    return Math.abs(rounded) < 1L << 53
        || !Double.isInfinite(rounded)
            && new BigDecimal(rounded).compareTo(new BigDecimal(integer.toString())) == 0;
  }

  private void addText(String text) {
    char[] characters = text.toCharArray();
    strings.add(characters, 0, characters.length);
  }

  private static Kind kind(Object value) {
    if (value instanceof Number) {
      return Kind.NUMERIC;
    }
    if (value instanceof Boolean) {
      return Kind.BOOLEAN;
    }
    boolean time =
        value instanceof LocalDate || value instanceof LocalDateTime || value instanceof Instant;
    return time ? Kind.TIME : Kind.TEXT;
  }

  /** Optionals unpacked, NaN and blank as null, all classes of times as one of three. */
  private static Object normal(Object value) {
    if (value instanceof Optional<?> optional) {
      return normal(optional.orElse(null));
    }
    if (value instanceof Double || value instanceof Float) {
      return Double.isNaN(((Number) value).doubleValue()) ? null : value;
    }
    if (value instanceof CharSequence text) {
      return text.toString().isBlank() ? null : value;
    }
    if (value instanceof java.sql.Timestamp time) {
      return time.toLocalDateTime();
    }
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (value instanceof java.util.Date date && !(value instanceof java.sql.Time)) {
      return date.toInstant();
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return value instanceof ZonedDateTime time ? time.toInstant() : value;
  }

  private DataException mixed(Object value) {
    return new DataException(
        "column '"
            + name
            + "', row "
            + rows
            + ": "
            + value
            + " is a "
            + value.getClass().getSimpleName()
            + ", but the rows before hold "
            + kind.name().toLowerCase(Locale.ROOT)
            + " values; give all rows the same class");
  }

  /** The column; nothing may be added afterwards. */
  Column toColumn() {
    if (strings != null) {
      return strings.toColumn(name);
    }
    if (kind == null) {
      kind = Kind.NUMERIC;
      for (int i = 0; i < rows; i++) {
        addMissing();
      }
    }
    return switch (kind) {
      case NUMERIC -> numbers.toColumn(name);
      case BOOLEAN -> truths.toColumn(name);
      default -> times.toColumn(name);
    };
  }
}
