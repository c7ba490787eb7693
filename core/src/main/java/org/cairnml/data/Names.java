package org.cairnml.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to say when a name is not there. */
final class Names {

  private static final int SHOWN = 30;

  private Names() {}

  /** That there is no such column, which ones there are, and which was probably meant. */
  static String absent(String name, Collection<String> existing) {
    String meant = closest(name, existing).map(n -> "did you mean '" + n + "'? The").orElse("the");
    String listed =
        existing.size() <= SHOWN
            ? existing.toString()
            : existing.stream().limit(SHOWN).toList()
                + " and "
                + (existing.size() - SHOWN)
                + " more";
    return "there is no column '" + name + "'; " + meant + " columns are " + listed;
  }

  private static Optional<String> closest(String name, Collection<String> existing) {
    return existing.stream()
        .filter(other -> distance(name, other) <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(other -> distance(name, other)));
  }

  /** Insertions, deletions and replacements (Levenshtein), upper and lower case alike. */
  private static int distance(String a, String b) {
    String first = a.strip().toLowerCase(Locale.ROOT);
    String second = b.strip().toLowerCase(Locale.ROOT);
    int[] row = new int[second.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= first.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[second.length()];
  }

  /** The names that stand more than once. */
  static List<String> repeated(List<String> names) {
    return names.stream()
        .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
        .distinct()
        .toList();
  }
}
