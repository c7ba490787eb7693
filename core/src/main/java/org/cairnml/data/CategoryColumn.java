package org.cairnml.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cairnml.base.DataException;

/** A column whose values are among a list of levels; some levels may have no row. */
public final class CategoryColumn implements Column {

  private final String name;
  private final int[] codes;
  private final List<String> levels;

  private CategoryColumn(String name, int[] codes, List<String> levels) {
    this.name = Objects.requireNonNull(name, "name");
    this.codes = codes;
    this.levels = levels;
  }

  static CategoryColumn of(String name, List<String> values, List<String> levels) {
    Map<String, Integer> code = new HashMap<>();
    for (String level : levels) {
      code.put(level, code.size());
    }
    int[] codes = new int[values.size()];
    for (int i = 0; i < codes.length; i++) {
      String value = values.get(i);
      Integer c = value == null ? Integer.valueOf(-1) : code.get(value);
      if (c == null) {
        throw new DataException(
            "column '" + name + "', row " + i + ": '" + value + "' is not among " + levels);
      }
      codes[i] = c;
    }
    return new CategoryColumn(name, codes, List.copyOf(levels));
  }

  /** Keeps the codes without a copy. */
  static CategoryColumn ofCodes(String name, int[] codes, List<String> levels) {
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] < -1 || codes[i] >= levels.size()) {
        throw new DataException(
            "column '"
                + name
                + "', row "
                + i
                + ": the code is "
                + codes[i]
                + ", but there are "
                + levels.size()
                + " levels");
      }
    }
    return new CategoryColumn(name, codes, List.copyOf(levels));
  }

  /** All levels. */
  public List<String> levels() {
    return levels;
  }

  /** The index of a row's level, -1 if missing. */
  public int code(int row) {
    return codes[row];
  }

  /** The indices of all rows' levels, -1 where missing (a copy). */
  public int[] codes() {
    return codes.clone();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Kind kind() {
    return Kind.CATEGORY;
  }

  @Override
  public int size() {
    return codes.length;
  }

  @Override
  public boolean isMissing(int row) {
    return codes[row] < 0;
  }

  @Override
  public String string(int row) {
    return codes[row] < 0 ? null : levels.get(codes[row]);
  }

  @Override
  public Object value(int row) {
    return string(row);
  }

  /** The values as labels, whose classes are all levels in their order. */
  @Override
  public Labels toLabels() {
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] < 0) {
        throw new DataException(
            "column '" + name + "', row " + i + ": the label is missing; remove such rows");
      }
    }
    return Labels.ofCodes(codes, levels);
  }

  @Override
  public CategoryColumn withName(String newName) {
    return new CategoryColumn(newName, codes, levels);
  }

  @Override
  public CategoryColumn rows(int... rows) {
    return new CategoryColumn(name, Arrays.stream(rows).map(i -> codes[i]).toArray(), levels);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CategoryColumn that
        && name.equals(that.name)
        && levels.equals(that.levels)
        && Arrays.equals(codes, that.codes);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(codes);
  }

  @Override
  public String toString() {
    return "category column '" + name + "' of " + size() + ", " + levels.size() + " levels";
  }
}
