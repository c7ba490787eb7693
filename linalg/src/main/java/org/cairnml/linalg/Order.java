package org.cairnml.linalg;

/** Indices in the order of what they stand for, equal ones in the order of the indices. */
final class Order {

  private Order() {}

  /** The indices {@code from} to {@code to}, exclusive, by rising keys, none of them NaN. */
  static int[] rising(double[] keys, int from, int to) {
    int n = to - from;
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = from + i;
    }
    int[] merged = new int[n];
    for (int width = 1; width < n; width *= 2) {
      for (int low = 0; low < n; low += 2 * width) {
        merge(keys, order, low, Math.min(n, low + width), Math.min(n, low + 2 * width), merged);
      }
      int[] swap = order;
      order = merged;
      merged = swap;
    }
    return order;
  }

  /** The indices of all keys by falling keys, none of them NaN. */
  static int[] falling(double[] keys) {
    int[] rising = rising(keys, 0, keys.length);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = rising[order.length - 1 - i];
    }
    return order;
  }

  private static void merge(
      double[] keys, int[] order, int low, int middle, int high, int[] merged) {
    int left = low;
    int right = middle;
    for (int i = low; i < high; i++) {
      boolean takeLeft = right == high || left < middle && keys[order[left]] <= keys[order[right]];
      merged[i] = takeLeft ? order[left++] : order[right++];
    }
  }
}
