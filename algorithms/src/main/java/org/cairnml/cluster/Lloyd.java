package org.cairnml.cluster;

import java.util.Arrays;
import org.cairnml.core.FitMonitor;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.backend.Backend;

/** Moves centers to the means of their rows, and rows to their nearest center, in turn. */
final class Lloyd {
  // The sums of the rows of each cluster are kept, and only rows that change their cluster are
  // taken from one and added to another; from the second round on these are few. At the end they
  // are summed up afresh.

  private final Points points;
  private final int k;
  private final int d;
  private final double[] centers;
  private final int[] labels;
  private final double[] sums;
  private final double[] sizes;
  private final Backend backend = Backends.get();

  private long changes;
  private double leftOver;

  Lloyd(Points points, double[] centers) {
    this.points = points;
    this.d = points.dimensions();
    this.k = centers.length / d;
    this.centers = centers;
    this.labels = new int[points.size()];
    this.sums = new double[k * d];
    this.sizes = new double[k];
    Arrays.fill(labels, -1);
  }

  /** Iterates until nothing changes, centers move little, or the limit or the monitor says so. */
  Clustering run(int maxIterations, double tolerance, FitMonitor monitor) {
    double enough = tolerance * points.variance();
    double squares = 0;
    for (int i = 0; i < points.size(); i++) {
      squares += points.weight(i) * points.square(i);
    }
    boolean converged = false;
    int iteration = 0;
    boolean goOn = true;
    while (goOn && !converged && iteration < maxIterations) {
      assign();
      iteration++;
      fillEmptyClusters();
      double moved = moveCenters();
      converged = changes == 0 || moved <= enough;
      goOn = monitor.step(squares + leftOver);
    }
    if (changes > 0) {
      assign();
    }
    return new Clustering(centers, labels, inertia(), iteration, converged);
  }

  /** Gives each row the nearest center and keeps sums and sizes of the clusters up to date. */
  private void assign() {
    double[] squares = points.squaresOf(centers);
    double[] change =
        points.sums(
            k + 1,
            k * d + k + 2,
            (block, products, out) -> assignBlock(block, products, squares, out));
    backend.axpy(k * d, 1, change, 0, sums, 0);
    backend.axpy(k, 1, change, k * d, sizes, 0);
    changes = (long) change[k * d + k];
    leftOver = change[k * d + k + 1];
  }

  private void assignBlock(int block, double[] products, double[] squares, double[] out) {
    points.products(backend, centers, k, block, products);
    int rows = points.rowsOf(block);
    int best = k * Points.BLOCK;
    int[] nearest = new int[Points.BLOCK];
    System.arraycopy(products, 0, products, best, rows);
    for (int i = 0; i < rows; i++) {
      products[best + i] += squares[0];
    }
    for (int c = 1; c < k; c++) {
      compare(c, c * Points.BLOCK, squares[c], products, best, nearest, rows);
    }
    int from = block * Points.BLOCK;
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      double weight = points.weight(from + i);
      sum += weight * products[best + i];
      int before = labels[from + i];
      int now = nearest[i];
      if (now != before) {
        out[k * d + k]++;
        labels[from + i] = now;
        points.addRow(weight, from + i, out, now * d);
        out[k * d + now] += weight;
        if (before >= 0) {
          points.addRow(-weight, from + i, out, before * d);
          out[k * d + before] -= weight;
        }
      }
    }
    out[k * d + k + 1] += sum;
  }

  private static void compare(
      int c, int line, double square, double[] products, int best, int[] nearest, int rows) {
    for (int i = 0; i < rows; i++) {
      double distance = products[line + i] + square;
      if (distance < products[best + i]) {
        products[best + i] = distance;
        nearest[i] = c;
      }
    }
  }

  /** Gives each cluster without rows the row that is farthest from its center. */
  private void fillEmptyClusters() {
    int[] counts = new int[k];
    for (int i = 0; i < labels.length; i++) {
      counts[labels[i]] += points.weight(i) > 0 ? 1 : 0;
    }
    for (int c = 0; c < k; c++) {
      if (counts[c] == 0) {
        int farthest = -1;
        double most = 0;
        for (int i = 0; i < labels.length; i++) {
          boolean movable = points.weight(i) > 0 && counts[labels[i]] > 1;
          double distance = movable ? points.distance(i, centers, labels[i]) : 0;
          if (distance > most) {
            most = distance;
            farthest = i;
          }
        }
        if (farthest >= 0) {
          move(farthest, c, counts);
        }
      }
    }
  }

  private void move(int row, int to, int[] counts) {
    int from = labels[row];
    double weight = points.weight(row);
    points.addRow(-weight, row, sums, from * d);
    points.rowInto(row, centers, to * d);
    Arrays.fill(sums, to * d, (to + 1) * d, 0);
    points.addRow(weight, row, sums, to * d);
    sizes[from] -= weight;
    sizes[to] = weight;
    counts[from]--;
    counts[to]++;
    labels[row] = to;
    changes++;
  }

  /** Moves centers to the means of their rows; returns the sum of the squared moves. */
  private double moveCenters() {
    double moved = 0;
    for (int c = 0; c < k; c++) {
      for (int j = c * d; j < (c + 1) * d; j++) {
        double center = sizes[c] > 0 ? sums[j] / sizes[c] : centers[j];
        moved += (center - centers[j]) * (center - centers[j]);
        centers[j] = center;
      }
    }
    return moved;
  }

  private double inertia() {
    return points
        .sums(
            0,
            1,
            (block, products, out) -> {
              int from = block * Points.BLOCK;
              for (int i = from; i < from + points.rowsOf(block); i++) {
                out[0] += points.weight(i) * points.distance(i, centers, labels[i]);
              }
            })[0];
  }
}
