package org.cairnml.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows with a name at the left and values at the right, aligned, for a fixed-width font. */
final class TextTable {

  private static final String GAP = "  ";
  private static final String UNDEFINED = "undefined";

  private final List<List<String>> lines = new ArrayList<>();

  TextTable(String corner) {
    lines.add(new ArrayList<>(List.of(corner)));
  }

  void column(String heading) {
    lines.get(0).add(heading);
  }

  void row(String name, List<String> cells) {
    List<String> line = new ArrayList<>(List.of(name));
    line.addAll(cells);
    lines.add(line);
  }

  /** Four decimals, or the word undefined. */
  static String score(double value) {
    return Double.isNaN(value) ? UNDEFINED : String.format(Locale.ROOT, "%.4f", value);
  }

  /** Six significant digits, or the word undefined. */
  static String number(double value) {
    return Double.isNaN(value) ? UNDEFINED : String.format(Locale.ROOT, "%.6g", value);
  }

  /** A count, or a sum of weights with two decimals. */
  static String amount(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  @Override
  public String toString() {
    int columns = lines.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int j = 0; j < line.size(); j++) {
        widths[j] = Math.max(widths[j], line.get(j).length());
      }
    }
    var text = new StringBuilder();
    for (List<String> line : lines) {
      var cells = new StringBuilder(pad(line.get(0), -widths[0]));
      for (int j = 1; j < line.size(); j++) {
        cells.append(GAP).append(pad(line.get(j), widths[j]));
      }
      text.append(cells.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** Pads at the left to a positive width, at the right to a negative one. */
  private static String pad(String cell, int width) {
    String spaces = " ".repeat(Math.max(0, Math.abs(width) - cell.length()));
    return width < 0 ? cell + spaces : spaces + cell;
  }
}
