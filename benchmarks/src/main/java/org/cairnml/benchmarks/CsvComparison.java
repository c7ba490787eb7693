package org.cairnml.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.cairnml.data.Csv;
import org.cairnml.data.Table;

/**
 * Times what {@code benchmarks/read_csv.py} times with pandas: reading CSV files, gzipped or not.
 * Arguments: the files.
 */
public final class CsvComparison {

  private static final int RUNS = 9;

  private CsvComparison() {}

  /** Prints the milliseconds of each file: the first run, and medians of this and later runs. */
  public static void main(String[] arguments) {
    for (String argument : arguments) {
      Path file = Path.of(argument);
      double[] times = new double[2 * RUNS];
      Table table = null;
      for (int run = 0; run < times.length; run++) {
        long start = System.nanoTime();
        table = Csv.read(file);
        times[run] = (System.nanoTime() - start) / 1e6;
      }
      double first = times[0];
      Arrays.sort(times, 0, RUNS);
      Arrays.sort(times, RUNS, 2 * RUNS);
      System.out.printf(
          Locale.ROOT,
          "%s: %d x %d: first %.0f ms, median of %d %.0f ms, of %d more %.0f ms, best %.0f ms%n",
          file.getFileName(),
          table.rows(),
          table.columns().size(),
          first,
          RUNS,
          times[RUNS / 2],
          RUNS,
          times[RUNS + RUNS / 2],
          times[RUNS]);
    }
  }
}
