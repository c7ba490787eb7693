package org.cairnml.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table as aligned text: numbers to the right, everything else to the left. */
final class TablePrinter {

  private static final int HEAD = 10;
  private static final int TAIL = 5;
  private static final int MAX_CELL = 24;
  private static final int MAX_WIDTH = 120;

  private TablePrinter() {}

  static String print(Table table) {
    int[] shown =
        table.rows() <= HEAD + TAIL
            ? IntStream.range(0, table.rows()).toArray()
            : IntStream.concat(
                    IntStream.range(0, HEAD), IntStream.range(table.rows() - TAIL, table.rows()))
                .toArray();
    List<String[]> cells = new ArrayList<>();
    List<Boolean> right = new ArrayList<>();
    cells.add(cells("", shown, i -> Integer.toString(i)));
    right.add(true);
    int width = width(cells.get(0));
    int hidden = 0;
    for (Column column : table) {
      String[] next = cells(column.name(), shown, column::string);
      if (hidden > 0 || width + 2 + width(next) > MAX_WIDTH && cells.size() > 1) {
        hidden++;
        continue;
      }
      width += 2 + width(next);
      cells.add(next);
      right.add(column.kind() == Column.Kind.NUMERIC);
    }
    StringBuilder out = new StringBuilder();
    for (int line = 0; line <= shown.length; line++) {
      if (line == HEAD + 1 && table.rows() > shown.length) {
        out.append("...\n");
      }
      out.append(line(cells, right, line)).append('\n');
    }
    out.append(table.rows()).append(" rows x ").append(table.width()).append(" columns");
    return hidden == 0
        ? out.toString()
        : out.append(", ").append(hidden).append(" not shown").toString();
  }

  private static String line(List<String[]> cells, List<Boolean> right, int line) {
    StringBuilder out = new StringBuilder();
    for (int j = 0; j < cells.size(); j++) {
      String cell = cells.get(j)[line];
      String pad = " ".repeat(width(cells.get(j)) - length(cell));
      out.append(j == 0 ? "" : "  ").append(right.get(j) ? pad + cell : cell + pad);
    }
    return out.toString().stripTrailing();
  }

  private static String[] cells(
      String name, int[] rows, java.util.function.IntFunction<String> value) {
    String[] cells = new String[rows.length + 1];
    cells[0] = fit(name);
    for (int k = 0; k < rows.length; k++) {
      String text = value.apply(rows[k]);
      cells[k + 1] = text == null ? "-" : fit(text);
    }
    return cells;
  }

  private static String fit(String text) {
    String line = text.replaceAll("\\R", "\u23ce").replace('\t', ' ');
    return length(line) <= MAX_CELL
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_CELL - 1)) + "\u2026";
  }

  private static int width(String[] cells) {
    int width = 0;
    for (String cell : cells) {
      width = Math.max(width, length(cell));
    }
    return width;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
