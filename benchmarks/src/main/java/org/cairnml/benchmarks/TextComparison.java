package org.cairnml.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cairnml.data.TextFile;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.preprocessing.text.CountVectorizer;
import org.cairnml.preprocessing.text.HashingVectorizer;
import org.cairnml.preprocessing.text.TextVectorizer;
import org.cairnml.preprocessing.text.TfidfVectorizer;

/**
 * Times what {@code benchmarks/text.py} times with scikit-learn: learning from the texts in the
 * last column of a TSV file and making sparse rows of them. Argument: the file.
 */
public final class TextComparison {

  private static final int RUNS = 7;

  private TextComparison() {}

  /** Prints the median milliseconds, the first and the best of each vectorizer. */
  public static void main(String[] arguments) throws IOException {
    List<String> texts;
    try (var in = new BufferedReader(TextFile.open(Path.of(arguments[0])))) {
      texts = in.lines().skip(1).map(line -> line.substring(line.lastIndexOf('\t') + 1)).toList();
    }
    time(new TfidfVectorizer(), texts);
    time(new CountVectorizer(), texts);
    time(new HashingVectorizer(), texts);
  }

  private static void time(TextVectorizer vectorizer, List<String> texts) {
    double[] times = new double[RUNS];
    SparseMatrix rows = null;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      rows = vectorizer.fitTransform(texts).rows();
      times[run] = (System.nanoTime() - start) / 1e6;
    }
    double first = times[0];
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%s of %d texts (%d elements): median %.0f ms, first %.0f ms, best %.0f ms%n",
        vectorizer.getClass().getSimpleName(),
        rows.rows(),
        rows.nonZeros(),
        times[RUNS / 2],
        first,
        times[0]);
  }
}
