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

  /** Texts by number; finds a text from characters without making a String of them. */
  private static final class Dictionary {
    // Open addressing; the characters of the texts that are looked up stand in one array. A text
    // often is the one of the row before, which is tried first.

    private final int limit;
    private final List<String> strings = new ArrayList<>();
    private int[] slots = new int[64];
    private int[] hashes = new int[32];
    private int[] ends = new int[32];
    private char[] characters = new char[256];
    private int latest = -1;

    Dictionary(int limit) {
      this.limit = limit;
      Arrays.fill(slots, -1);
    }

    int size() {
      return strings.size();
    }

    List<String> strings() {
      return strings;
    }

    int code(char[] buffer, int from, int to) {
      if (strings.size() > limit) {
        strings.add(new String(buffer, from, to - from));
        return strings.size() - 1;
      }
      if (latest < 0 || !is(latest, buffer, from, to)) {
        latest = find(buffer, from, to);
      }
      return latest;
    }

    private int find(char[] buffer, int from, int to) {
      int hash = hash(buffer, from, to);
      int slot = hash & (slots.length - 1);
      while (slots[slot] >= 0) {
        if (hashes[slots[slot]] == hash && is(slots[slot], buffer, from, to)) {
          return slots[slot];
        }
        slot = (slot + 1) & (slots.length - 1);
      }
      int code = strings.size();
      slots[slot] = code;
      add(buffer, from, to, hash);
      return code;
    }

    private boolean is(int code, char[] buffer, int from, int to) {
      return Arrays.equals(characters, start(code), ends[code], buffer, from, to);
    }

    private int start(int code) {
      return code == 0 ? 0 : ends[code - 1];
    }

    private void add(char[] buffer, int from, int to, int hash) {
      int code = strings.size();
      int end = start(code) + to - from;
      if (code == ends.length) {
        ends = Arrays.copyOf(ends, 2 * code);
        hashes = Arrays.copyOf(hashes, 2 * code);
      }
      if (end > characters.length) {
        characters = Arrays.copyOf(characters, Math.max(2 * characters.length, end));
      }
      System.arraycopy(buffer, from, characters, start(code), to - from);
      ends[code] = end;
      hashes[code] = hash;
      strings.add(new String(buffer, from, to - from));
      if (2 * strings.size() > slots.length) {
        grow();
      }
    }

    private void grow() {
      slots = new int[4 * slots.length];
      Arrays.fill(slots, -1);
      for (int code = 0; code < strings.size(); code++) {
        int slot = hashes[code] & (slots.length - 1);
        while (slots[slot] >= 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = code;
      }
    }

    /** Four characters at a time, since each step waits for the one before. */
    private static int hash(char[] buffer, int from, int to) {
      int hash = 1;
      int i = from;
      for (; i + 3 < to; i += 4) {
        hash =
            31 * 31 * 31 * 31 * hash
                + 31 * 31 * 31 * buffer[i]
                + 31 * 31 * buffer[i + 1]
                + 31 * buffer[i + 2]
                + buffer[i + 3];
      }
      for (; i < to; i++) {
        hash = 31 * hash + buffer[i];
      }
      return hash ^ (hash >>> 15);
    }
  }
}
