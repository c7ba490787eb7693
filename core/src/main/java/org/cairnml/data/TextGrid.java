package org.cairnml.data;

import java.util.ArrayList;
import java.util.List;

/** Columns of short texts, aligned with blanks. */
final class TextGrid {

  /** To which side cells go. */
  enum Align {
    /** As texts. */
    LEFT,
    /** As numbers. */
    RIGHT
  }

  private final int maxCell;
  private final List<List<String>> columns = new ArrayList<>();
  private final List<Align> aligns = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  /** A grid whose cells are cut to a number of characters. */
  TextGrid(int maxCell) {
    this.maxCell = maxCell;
  }

  /** Adds a column if the grid, with it, is not wider than this; says whether it was added. */
  boolean addWithin(int maxWidth, Align align, List<String> cells) {
    List<String> fitted = cells.stream().map(this::fit).toList();
    int width = fitted.stream().mapToInt(TextGrid::length).max().orElse(0);
    int before = widths.stream().mapToInt(w -> w + 2).sum();
    if (before + width > maxWidth && columns.size() > 1) {
      return false;
    }
    columns.add(fitted);
    aligns.add(align);
    widths.add(width);
    return true;
  }

  /** Adds a column. */
  void add(Align align, List<String> cells) {
    addWithin(Integer.MAX_VALUE, align, cells);
  }

  /** One line of the grid, without blanks at its end. */
  String line(int row) {
    StringBuilder out = new StringBuilder();
    for (int j = 0; j < columns.size(); j++) {
      String cell = columns.get(j).get(row);
      String pad = " ".repeat(widths.get(j) - length(cell));
      out.append(j == 0 ? "" : "  ");
      out.append(aligns.get(j) == Align.RIGHT ? pad + cell : cell + pad);
    }
    return out.toString().stripTrailing();
  }

  private String fit(String text) {
    String line = text.replaceAll("\\R", "\u23ce").replace('\t', ' ');
    return length(line) <= maxCell
        ? line
        : line.substring(0, line.offsetByCodePoints(0, maxCell - 1)) + "\u2026";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
