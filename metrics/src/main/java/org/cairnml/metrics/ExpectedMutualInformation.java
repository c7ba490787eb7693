package org.cairnml.metrics;

import java.util.Arrays;

/** The mean mutual information of two partitions of given sizes at random. */
final class ExpectedMutualInformation {
  /*
   * The sum over all cells and all counts that a cell can have of count/n * log(n count / (a b))
   * times the hypergeometric probability of the count (Vinh, Epps and Bailey 2010, equation 24a).
   * Equal sizes give equal sums, so each pair of distinct sizes is computed once.
   */

  private ExpectedMutualInformation() {}

  static double of(long[] truthSizes, long[] clusterSizes, int n) {
    double[] logFactorial = logFactorials(n);
    long[] rows = sorted(truthSizes);
    long[] columns = sorted(clusterSizes);
    double sum = 0;
    for (int r = 0; r < rows.length; r = runEnd(rows, r)) {
      for (int c = 0; c < columns.length; c = runEnd(columns, c)) {
        double cells = (double) (runEnd(rows, r) - r) * (runEnd(columns, c) - c);
        sum += cells * cell((int) rows[r], (int) columns[c], n, logFactorial);
      }
    }
    return sum;
  }

  private static double cell(int a, int b, int n, double[] logFactorial) {
    double constant =
        logFactorial[a]
            + logFactorial[b]
            + logFactorial[n - a]
            + logFactorial[n - b]
            - logFactorial[n];
    double sum = 0;
    for (int count = Math.max(1, a + b - n); count <= Math.min(a, b); count++) {
      double logProbability =
          constant
              - logFactorial[count]
              - logFactorial[a - count]
              - logFactorial[b - count]
              - logFactorial[n - a - b + count];
      double information = Math.log((double) n * count / ((double) a * b));
      sum += (double) count / n * information * Math.exp(logProbability);
    }
    return sum;
  }

  /** ln 0! to ln n!, summed with compensation so that errors do not grow with n. */
  private static double[] logFactorials(int n) {
    double[] logs = new double[n + 1];
    double sum = 0;
    double lost = 0;
    for (int i = 2; i <= n; i++) {
      double term = Math.log(i) - lost;
      double next = sum + term;
      lost = (next - sum) - term;
      sum = next;
      logs[i] = sum;
    }
    return logs;
  }

  private static long[] sorted(long[] sizes) {
    long[] sorted = sizes.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static int runEnd(long[] sorted, int from) {
    int end = from;
    while (end < sorted.length && sorted[end] == sorted[from]) {
      end++;
    }
    return end;
  }
}
