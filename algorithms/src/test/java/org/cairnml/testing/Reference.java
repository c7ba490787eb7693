package org.cairnml.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cairnml.linalg.Matrix;

/** Data and reference values in the test resources. */
public final class Reference {

  private final List<String> header;
  private final List<String[]> rows;

  private Reference(List<String> header, List<String[]> rows) {
    this.header = header;
    this.rows = rows;
  }

  /** Reads a CSV file, comment lines in front, from the resources of the package of the test. */
  public static Reference table(Class<?> test, String file) {
    List<String[]> lines = new ArrayList<>();
    try (var in =
        new BufferedReader(
            new InputStreamReader(test.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.startsWith("#")) {
          lines.add(line.split(",", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reference(Arrays.asList(lines.get(0)), lines.subList(1, lines.size()));
  }

  /** The rows whose {@code column} is {@code value}. */
  public Reference where(String column, String value) {
    int j = header.indexOf(column);
    return new Reference(header, rows.stream().filter(row -> row[j].equals(value)).toList());
  }

  /** A column of numbers. */
  public double[] numbers(String column) {
    return strings(column).stream().mapToDouble(Double::parseDouble).toArray();
  }

  /** A column of text. */
  public List<String> strings(String column) {
    int j = header.indexOf(column);
    return rows.stream().map(row -> row[j]).toList();
  }

  /** Columns of numbers, side by side. */
  public Matrix matrix(String... columns) {
    return Matrix.ofColumns(Arrays.stream(columns).map(this::numbers).toArray(double[][]::new));
  }

  /** All columns of numbers whose name starts so. */
  public Matrix matrixOf(String prefix) {
    return matrix(header.stream().filter(h -> h.startsWith(prefix)).toArray(String[]::new));
  }

  /** The values of one case by quantity, of a file in the form case, quantity, index, value. */
  public Map<String, double[]> values(String name) {
    Reference part = where("case", name);
    if (part.rows.isEmpty()) {
      throw new IllegalArgumentException("no case " + name);
    }
    return part.strings("quantity").stream()
        .distinct()
        .collect(
            Collectors.toMap(
                q -> q,
                q -> part.where("quantity", q).numbers("value"),
                (a, b) -> a,
                TreeMap::new));
  }
}
