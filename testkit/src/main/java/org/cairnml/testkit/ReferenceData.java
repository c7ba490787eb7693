package org.cairnml.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Values that another program computed, in a CSV file among the test resources: first lines that
 * start with {@code #} and say which program, version and call made them, then a line of column
 * names, then rows without quotes.
 */
public final class ReferenceData {

  private final String origin;
  private final List<String> header;
  private final List<String[]> rows;

  private ReferenceData(String origin, List<String> header, List<String[]> rows) {
    this.origin = origin;
    this.header = header;
    this.rows = rows;
  }

  /** Reads a file that lies beside a class, and refuses one that does not state its origin. */
  public static ReferenceData read(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new AssertionError("there is no resource " + file + " beside " + beside.getName());
      }
      return parse(file, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReferenceData parse(String file, BufferedReader lines) throws IOException {
    var origin = new StringBuilder();
    List<String[]> rows = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("#")) {
        origin.append(line.substring(1).strip()).append('\n');
      } else if (!line.isBlank()) {
        rows.add(line.split(",", -1));
      }
    }
    if (origin.isEmpty() || rows.isEmpty()) {
      throw new AssertionError(file + " needs lines '# program, version, call', then a header");
    }
    return new ReferenceData(origin.toString(), List.of(rows.get(0)), rows.subList(1, rows.size()));
  }

  /** Which program made the values, and how. */
  public String origin() {
    return origin;
  }

  /** How many rows. */
  public int size() {
    return rows.size();
  }

  /** The rows that have this text in this column. */
  public ReferenceData where(String column, String text) {
    int j = index(column);
    return new ReferenceData(
        origin, header, rows.stream().filter(row -> row[j].equals(text)).toList());
  }

  /** A column as numbers; an empty cell and {@code nan} are NaN. */
  public double[] numbers(String column) {
    return texts(column).stream().mapToDouble(ReferenceData::number).toArray();
  }

  /** A column as texts. */
  public List<String> texts(String column) {
    int j = index(column);
    return rows.stream().map(row -> row[j]).toList();
  }

  private int index(String column) {
    int j = header.indexOf(column);
    if (j < 0) {
      throw new AssertionError("there is no column " + column + " among " + header);
    }
    return j;
  }

  private static double number(String text) {
    return text.isEmpty() || text.equals("nan") ? Double.NaN : Double.parseDouble(text);
  }
}
