package org.cairnml.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cairnml.base.DataException;
import org.cairnml.linalg.Matrix;

/**
 * The classes of n samples: integer codes into a list of class names. Immutable.
 *
 * <p>Classes made from values are sorted: by number if every name is a number, else by the
 * characters of the names. Code 1 of two sorted classes is the positive class of binary metrics.
 */
public final class Labels {

  private final List<String> classes;
  private final int[] codes;

  private Labels(List<String> classes, int[] codes) {
    this.classes = classes;
    this.codes = codes;
  }

  /** The labels with these names, one a sample. */
  public static Labels of(String... names) {
    return of(Arrays.asList(names));
  }

  /** The labels with these names, one a sample. */
  public static Labels of(List<String> names) {
    return of(names, sortedClasses(names));
  }

  /** The labels whose names are these numbers, one a sample. */
  public static Labels of(int... values) {
    return of(Arrays.stream(values).mapToObj(Integer::toString).toList());
  }

  /**
   * The labels with these names, coded by a given list of classes.
   *
   * @throws DataException if a name is not among the classes
   */
  public static Labels of(List<String> names, List<String> classes) {
    Map<String, Integer> code = new HashMap<>();
    for (String name : classes) {
      code.put(name, code.size());
    }
    int[] codes = new int[names.size()];
    for (int i = 0; i < codes.length; i++) {
      Integer c = code.get(names.get(i));
      if (c == null) {
        throw new DataException(
            names.get(i) == null
                ? "row " + i + " has no label; remove rows without a target value"
                : "row " + i + " has the label '" + names.get(i) + "', expected one of " + classes);
      }
      codes[i] = c;
    }
    return new Labels(List.copyOf(classes), codes);
  }

  /**
   * The labels with these codes (copied).
   *
   * @throws DataException if a code is not an index into the classes
   */
  public static Labels ofCodes(int[] codes, List<String> classes) {
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] < 0 || codes[i] >= classes.size()) {
        throw new DataException(
            "row "
                + i
                + " has the class code "
                + codes[i]
                + ", but there are "
                + classes.size()
                + " classes");
      }
    }
    return new Labels(List.copyOf(classes), codes.clone());
  }

  /** The likeliest class of each row of probabilities (n x k), the first among equals. */
  public static Labels ofLikeliest(Matrix probabilities, List<String> classes) {
    int[] codes = new int[probabilities.rows()];
    for (int i = 0; i < codes.length; i++) {
      for (int c = 1; c < probabilities.cols(); c++) {
        codes[i] = probabilities.get(i, c) > probabilities.get(i, codes[i]) ? c : codes[i];
      }
    }
    return ofCodes(codes, classes);
  }

  /** The distinct names, without null, in the order of classes. */
  static List<String> sortedClasses(Collection<String> names) {
    var distinct = new TreeSet<String>();
    for (String name : names) {
      if (name != null) {
        distinct.add(name);
      }
    }
    List<String> sorted = new ArrayList<>(distinct);
    try {
      Map<String, Double> number = new HashMap<>();
      for (String name : sorted) {
        number.put(name, Double.valueOf(name));
      }
      sorted.sort((a, b) -> Double.compare(number.get(a), number.get(b)));
    } catch (NumberFormatException someNameIsNoNumber) {
      return sorted;
    }
    return sorted;
  }

  /** How many samples. */
  public int size() {
    return codes.length;
  }

  /** The names of all classes; some may have no sample. */
  public List<String> classes() {
    return classes;
  }

  /** The name of sample {@code i}'s class. */
  public String get(int i) {
    return classes.get(codes[i]);
  }

  /** The code of sample {@code i}'s class. */
  public int code(int i) {
    return codes[i];
  }

  /** All codes (a copy). */
  public int[] codes() {
    return codes.clone();
  }

  /** How many samples each class has. */
  public int[] counts() {
    int[] counts = new int[classes.size()];
    for (int code : codes) {
      counts[code]++;
    }
    return counts;
  }

  /** The labels of the given samples, with the same classes. */
  public Labels rows(int... rows) {
    int[] chosen = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = codes[rows[i]];
    }
    return new Labels(classes, chosen);
  }

  /**
   * The same labels coded by another list of classes.
   *
   * @throws DataException if a sample's class is not in it
   */
  public Labels withClasses(List<String> other) {
    return other.equals(classes) ? this : of(toList(), other);
  }

  /** The names, one a sample. */
  public List<String> toList() {
    return Arrays.stream(codes).mapToObj(classes::get).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Labels that
        && classes.equals(that.classes)
        && Arrays.equals(codes, that.codes);
  }

  @Override
  public int hashCode() {
    return 31 * classes.hashCode() + Arrays.hashCode(codes);
  }

  @Override
  public String toString() {
    return "Labels[" + codes.length + " samples, classes " + classes + "]";
  }
}
