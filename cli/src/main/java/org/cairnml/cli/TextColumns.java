package org.cairnml.cli;

import java.util.List;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Learner;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.preprocessing.text.TfidfVectorizer;

/**
 * The columns that are read as texts, by the weights of their words (TF-IDF).
 *
 * @param names of the columns
 */
record TextColumns(List<String> names) {

  /** For learners that want all values of a row, zeros too. */
  private static final int MOST_TERMS = 1000;

  private static final double WORDS_OF_A_SENTENCE = 5;

  /** Those that the user names or, if none is named, the columns of free text with sentences. */
  static TextColumns of(Table table, String target, List<String> named) {
    if (named.contains(target)) {
      throw new IllegalArgumentException(
          "--text names the target '" + target + "'; name a column to predict it from");
    }
    named.forEach(table::column);
    return new TextColumns(
        named.isEmpty()
            ? table.columns().stream()
                .filter(column -> !column.name().equals(target) && hasSentences(column))
                .map(Column::name)
                .toList()
            : named);
  }

  private static boolean hasSentences(Column column) {
    if (column.kind() != Column.Kind.TEXT) {
      return false;
    }
    long words = 0;
    for (int row = 0; row < column.size(); row++) {
      words += column.isMissing(row) ? 0 : column.string(row).split("\\s+").length;
    }
    return words >= WORDS_OF_A_SENTENCE * (column.size() - column.missing());
  }

  /** The same pipeline with these columns; only frequent words unless the learner uses zeros. */
  Pipeline addTo(Pipeline pipeline, Learner learner) {
    TfidfVectorizer words =
        learner instanceof HandlesSparse
            ? new TfidfVectorizer()
            : new TfidfVectorizer().withMaxTerms(MOST_TERMS);
    Pipeline all = pipeline;
    for (String name : names) {
      all = all.withText(name, words);
    }
    return all;
  }
}
