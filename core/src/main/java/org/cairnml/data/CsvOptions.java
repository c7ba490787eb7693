package org.cairnml.data;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to read a comma-separated file. Immutable: each {@code with} method returns changed options.
 *
 * <p><b>Format.</b> RFC 4180 with any separator; LF, CRLF or CR at line ends; empty lines are
 * skipped. All lines must have as many fields as the first. Without a separator given, it is the
 * one of comma, semicolon, tab and bar that stands most often in the first line. Names in the
 * header are stripped of blanks around them; an empty name becomes {@code column_1} and the like.
 *
 * <p><b>Missing values.</b> A field that is empty or blank, or one of the missing markers. A marker
 * in quotes is a value in columns of category and text ("NA" may be Namibia), missing in others.
 *
 * <p><b>Kinds.</b> A column, unless its kind is given, is
 *
 * <ul>
 *   <li>numeric if all its values are decimal numbers such as {@code -1.5e3} or {@code inf}. An
 *       integer with a leading zero or one that a double cannot hold exactly is not a number but a
 *       name, so that 007 and long identifiers are kept as they are. A column without any value is
 *       numeric too;
 *   <li>boolean if all are {@code true} or {@code false}, in any case;
 *   <li>time if all are ISO 8601 dates, or date-times (T or a blank between, seconds and fractions
 *       optional), or date-times with an offset; fractions are cut to the microsecond;
 *   <li>category if there are at most 10 distinct values, or at most 10,000 and each stands twice
 *       on average; text otherwise. Blanks around a value without quotes are stripped.
 * </ul>
 *
 * @param separator between fields; found in the first line if empty
 * @param quote around fields that contain separators, quotes or line ends; empty if quotes are data
 * @param header whether the first line has names
 * @param names the names of the columns if the file has none; x0, x1, ... if empty
 * @param missing the missing markers
 * @param charset how characters are encoded; a byte order mark overrides it
 * @param decimal what stands before the fraction of a number
 * @param kinds kinds of columns by name
 * @param columns the columns to keep, in this order; all if empty
 */
public record CsvOptions(
    Optional<Character> separator,
    Optional<Character> quote,
    Header header,
    List<String> names,
    List<String> missing,
    Charset charset,
    char decimal,
    Map<String, Column.Kind> kinds,
    List<String> columns) {

  /** Whether the first line has the names of the columns. */
  public enum Header {
    /** It has. */
    PRESENT,
    /** It is data already. */
    ABSENT
  }

  /** The missing markers, besides blank fields, unless others are given. */
  public static final List<String> DEFAULT_MISSING =
      List.of("NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NULL", "null", "?");

  /** Keeps copies; use {@code Csv.options().with...} instead. */
  public CsvOptions {
    names = List.copyOf(names);
    missing = List.copyOf(missing);
    kinds = Map.copyOf(kinds);
    columns = List.copyOf(columns);
    if (separator.isPresent() && separator.equals(quote)) {
      throw new IllegalArgumentException(
          "separator and quote are the same character '" + separator.get() + "'");
    }
    if (separator.isPresent() && separator.get() == decimal) {
      throw new IllegalArgumentException(
          "separator and decimal mark are the same character '" + decimal + "'");
    }
  }

  /** A header, separator found, double quotes, UTF-8, decimal point, all columns. */
  public CsvOptions() {
    this(
        Optional.empty(),
        Optional.of('"'),
        Header.PRESENT,
        List.of(),
        DEFAULT_MISSING,
        StandardCharsets.UTF_8,
        '.',
        Map.of(),
        List.of());
  }

  /** With this between fields. */
  public CsvOptions withSeparator(char value) {
    return new CsvOptions(
        Optional.of(value), quote, header, names, missing, charset, decimal, kinds, columns);
  }

  /** With this around fields. */
  public CsvOptions withQuote(char value) {
    return new CsvOptions(
        separator, Optional.of(value), header, names, missing, charset, decimal, kinds, columns);
  }

  /** With quote characters taken as data, as many tab-separated files have it. */
  public CsvOptions withoutQuotes() {
    return new CsvOptions(
        separator, Optional.empty(), header, names, missing, charset, decimal, kinds, columns);
  }

  /** With the first line taken as data, and these names, or x0, x1, ... if none is given. */
  public CsvOptions withoutHeader(String... columnNames) {
    return new CsvOptions(
        separator,
        quote,
        Header.ABSENT,
        List.of(columnNames),
        missing,
        charset,
        decimal,
        kinds,
        columns);
  }

  /** With these missing markers instead of the usual ones; blank fields stay missing. */
  public CsvOptions withMissing(String... markers) {
    return new CsvOptions(
        separator, quote, header, names, List.of(markers), charset, decimal, kinds, columns);
  }

  /** With this encoding of characters. */
  public CsvOptions withCharset(Charset value) {
    return new CsvOptions(separator, quote, header, names, missing, value, decimal, kinds, columns);
  }

  /** With this before the fraction of a number: a point, or a comma. */
  public CsvOptions withDecimal(char value) {
    return new CsvOptions(separator, quote, header, names, missing, charset, value, kinds, columns);
  }

  /** With a column's kind given; a value that does not fit is then an error. */
  public CsvOptions withKind(String column, Column.Kind kind) {
    Map<String, Column.Kind> changed = new HashMap<>(kinds);
    changed.put(column, kind);
    return new CsvOptions(
        separator, quote, header, names, missing, charset, decimal, changed, columns);
  }

  /** With only these columns kept, in this order. */
  public CsvOptions withColumns(String... columnNames) {
    return new CsvOptions(
        separator, quote, header, names, missing, charset, decimal, kinds, List.of(columnNames));
  }

  /**
   * The table in a file.
   *
   * @throws org.cairnml.base.DataException if it cannot be read as a table; the message names the
   *     file, the line and the cure
   */
  public Table read(Path file) {
    return new CsvParser(this, new TextSource(file, file.toString(), charset)).read();
  }

  /**
   * The table in a stream, which is read to its end but not closed. A copy is kept in a temporary
   * file meanwhile, since the kinds of columns may need a second look.
   *
   * @throws org.cairnml.base.DataException if it cannot be read as a table
   */
  public Table read(InputStream in) {
    return TextSource.spooled(in, charset, source -> new CsvParser(this, source).read());
  }
}
