package org.cairnml.boosting;

/** Quantiles of weighted numbers, by selection. */
final class WeightedQuantile {

  private WeightedQuantile() {}

  /**
   * The least value such that the values up to it have at least the share {@code q} of the weight;
   * the mean of it and the next where they have exactly that share.
   *
   * @param values of which the first {@code n} count; reordered
   * @param weights one a value; reordered alike
   */
  static double of(double[] values, double[] weights, int n, double q) {
    sort(values, weights, 0, n - 1);
    double total = 0;
    for (int i = 0; i < n; i++) {
      total += weights[i];
    }
    double wanted = q * total;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += weights[i];
      if (sum > wanted) {
        return values[i];
      }
      if (sum == wanted && i + 1 < n) {
        return (values[i] + values[i + 1]) / 2;
      }
    }
    return values[n - 1];
  }

  /** Quicksort by the middle of three, the shorter part by recursion. */
  private static void sort(double[] values, double[] weights, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      double a = values[low];
      double b = values[(low + high) >>> 1];
      double c = values[high];
      double pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          swap(values, i, j);
          swap(weights, i++, j--);
        }
      }
      if (j - low < high - i) {
        sort(values, weights, low, j);
        low = i;
      } else {
        sort(values, weights, i, high);
        high = j;
      }
    }
  }

  private static void swap(double[] array, int i, int j) {
    double kept = array[i];
    array[i] = array[j];
    array[j] = kept;
  }
}
