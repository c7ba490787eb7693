package org.cairnml.linalg;

import org.cairnml.linalg.backend.Backend;

/**
 * The order and the units, powers of two, in which the eigenvalues of a square matrix are found
 * best.
 *
 * <p>Sources: B. Parlett and C. Reinsch (1969), doi:10.1007/BF02165404, with the lengths of R.
 * James, J. Langou and B. Lowery (2014), arXiv:1401.5766.
 */
final class Balance {
  // A value that stands alone in its row, but for elements of values that were set aside, goes to
  // the end; one that stands alone in its column to the front. What is left in the middle is not
  // mixed with them. The units make rows and columns of similar length.

  private final int n;
  private final double[] a;
  private final int[] order;
  private final int[] exponents;

  /** Takes over {@code a} (n x n) and turns it into D^-1 P' A P D, in place. */
  Balance(int n, double[] a) {
    this.n = n;
    this.a = a;
    this.order = new int[n];
    this.exponents = new int[n];
    setAside();
    permute();
    scale();
  }

  /** Row i of the balanced matrix is row {@code order()[i]} of A. */
  int[] order() {
    return order;
  }

  /** The exponents of D. */
  int[] exponents() {
    return exponents;
  }

  private void setAside() {
    int[] inRow = new int[n];
    int[] inColumn = new int[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j && a[i * n + j] != 0) {
          inRow[i]++;
          inColumn[j]++;
        }
      }
    }
    boolean[] aside = new boolean[n];
    int first = 0;
    int last = n;
    int at = n - 1;
    while (at >= 0) {
      if (aside[at] || inRow[at] > 0 && inColumn[at] > 0) {
        at--;
        continue;
      }
      aside[at] = true;
      order[inRow[at] == 0 ? --last : first++] = at;
      for (int j = 0; j < n; j++) {
        inColumn[j] -= j != at && a[at * n + j] != 0 ? 1 : 0;
        inRow[j] -= j != at && a[j * n + at] != 0 ? 1 : 0;
      }
      at = n - 1;
    }
    for (int i = 0; i < n; i++) {
      if (!aside[i]) {
        order[first++] = i;
      }
    }
  }

  private void permute() {
    double[] before = a.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i * n + j] = before[order[i] * n + order[j]];
      }
    }
  }

  private void scale() {
    Backend backend = Backends.get();
    double[] x = new double[n];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          x[j] = a[j * n + i];
        }
        double row = backend.nrm2(n, a, i * n);
        double column = backend.nrm2(n, x, 0);
        if (row == 0 || column == 0) {
          continue;
        }
        int halfExponent = Math.round((Math.getExponent(row) - Math.getExponent(column)) / 2f);
        double factor = Math.scalb(1.0, halfExponent);
        if (column * factor + row / factor < 0.95 * (column + row)) {
          changed = true;
          exponents[i] += halfExponent;
          for (int j = 0; j < n; j++) {
            a[i * n + j] /= factor;
            a[j * n + i] *= factor;
          }
        }
      }
    }
  }
}
