package org.cairnml.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cairnml.data.TextGrid.Align;

/** A table as aligned text: numbers to the right, everything else to the left. */
final class TablePrinter {

  private static final int HEAD = 10;
  private static final int TAIL = 5;
  private static final int MAX_CELL = 24;
  private static final int MAX_WIDTH = 120;

  private TablePrinter() {}

  static String print(Table table) {
    int n = table.rows();
    int[] shown =
        n <= HEAD + TAIL
            ? IntStream.range(0, n).toArray()
            : IntStream.concat(IntStream.range(0, HEAD), IntStream.range(n - TAIL, n)).toArray();
    TextGrid grid = new TextGrid(MAX_CELL);
    grid.add(Align.RIGHT, cells("", shown, Integer::toString));
    int columns = 0;
    for (Column column : table) {
      Align align = column.kind() == Column.Kind.NUMERIC ? Align.RIGHT : Align.LEFT;
      if (!grid.addWithin(MAX_WIDTH, align, cells(column.name(), shown, column::string))) {
        break;
      }
      columns++;
    }
    StringBuilder out = new StringBuilder();
    for (int line = 0; line <= shown.length; line++) {
      if (line == HEAD + 1 && n > shown.length) {
        out.append("...\n");
      }
      out.append(grid.line(line)).append('\n');
    }
    out.append(n).append(" rows x ").append(table.width()).append(" columns");
    int hidden = table.width() - columns;
    return hidden == 0 ? out.toString() : out + ", " + hidden + " not shown";
  }

  private static List<String> cells(String name, int[] rows, IntFunction<String> value) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (int row : rows) {
      String text = value.apply(row);
      cells.add(text == null ? "-" : text);
    }
    return cells;
  }
}
