package org.cairnml.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts, of which equal ones are kept once. Whether they are a category or free text shows at the
 * end.
 */
final class StringValues implements Values {
  // Codes into a dictionary. Beyond the largest number of levels the column is text for sure; new
  // values then still get codes, but are no longer looked up.

  private static final int MAX_LEVELS = 10_000;
  private static final int ALWAYS_CATEGORY = 10;

  private final Column.Kind given;
  private final Dictionary dictionary;
  private int[] codes;
  private int used;

  /**
   * @param given CATEGORY, TEXT or null
   * @param rows that come first and are missing so far
   */
  StringValues(Column.Kind given, int rows) {
    this.given = given;
    this.dictionary =
        new Dictionary(given == Column.Kind.CATEGORY ? Integer.MAX_VALUE : MAX_LEVELS);
    this.codes = new int[Math.max(64, rows + (rows >> 2))];
    this.used = rows;
    Arrays.fill(codes, 0, rows, -1);
  }

  @Override
  public boolean add(char[] buffer, int from, int to) {
    append(dictionary.code(buffer, from, to));
    return true;
  }

  @Override
  public void addMissing() {
    append(-1);
  }

  /** Puts a value in the place of one that was missing so far. */
  void set(int row, char[] buffer, int from, int to) {
    codes[row] = dictionary.code(buffer, from, to);
  }

  private void append(int code) {
    if (used == codes.length) {
      codes = Arrays.copyOf(codes, used + (used >> 1));
    }
    codes[used++] = code;
  }

  @Override
  public Column toColumn(String name) {
    return isCategory() ? category(name) : text(name);
  }

  private boolean isCategory() {
    if (given != null) {
      return given == Column.Kind.CATEGORY;
    }
    long present = Arrays.stream(codes, 0, used).filter(code -> code >= 0).count();
    int distinct = dictionary.size();
    return distinct <= ALWAYS_CATEGORY || distinct <= MAX_LEVELS && 2L * distinct <= present;
  }

  private Column category(String name) {
    List<String> found = dictionary.strings();
    List<String> levels = Labels.sortedClasses(found);
    Map<String, Integer> index = new HashMap<>();
    for (String level : levels) {
      index.put(level, index.size());
    }
    int[] sorted = found.stream().mapToInt(index::get).toArray();
    int[] result = new int[used];
    for (int i = 0; i < used; i++) {
      result[i] = codes[i] < 0 ? -1 : sorted[codes[i]];
    }
    return CategoryColumn.ofCodes(name, result, levels);
  }

  private Column text(String name) {
    List<String> strings = dictionary.strings();
    String[] values = new String[used];
    for (int i = 0; i < used; i++) {
      values[i] = codes[i] < 0 ? null : strings.get(codes[i]);
    }
    return new TextColumn(name, values);
  }

  /** Texts by number. Beyond the limit each gets a number of its own. */
  private static final class Dictionary {
    // A text often is the one of the row before, which is tried first.

    private final int limit;
    private final List<String> strings = new ArrayList<>();
    private final TextNumbers numbers = new TextNumbers();
    private int latest = -1;

    Dictionary(int limit) {
      this.limit = limit;
    }

    int size() {
      return strings.size();
    }

    List<String> strings() {
      return strings;
    }

    int code(char[] buffer, int from, int to) {
      if (strings.size() > limit) {
        return append(buffer, from, to);
      }
      if (latest < 0 || !numbers.is(latest, buffer, from, to)) {
        latest = numbers.add(buffer, from, to);
        if (latest == strings.size()) {
          append(buffer, from, to);
        }
      }
      return latest;
    }

    private int append(char[] buffer, int from, int to) {
      strings.add(new String(buffer, from, to - from));
      return strings.size() - 1;
    }
  }
}
