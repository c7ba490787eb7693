package org.cairnml.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.backend.Backend;

/** Chooses the first centers of k-means. */
final class Seeding {

  private final Points points;
  private final Seed seed;
  private final Backend backend = Backends.get();

  /** The squared distance of each row to the nearest center so far. */
  private final double[] nearest;

  /** The weighted sum of {@link #nearest} over each block of rows. */
  private final double[] blockSums;

  Seeding(Points points, Seed seed) {
    this.points = points;
    this.seed = seed;
    this.nearest = new double[points.size()];
    this.blockSums = new double[(points.size() + Points.BLOCK - 1) / Points.BLOCK];
  }

  /** The centers (at most k x d, fewer if there are fewer different rows). */
  double[] choose(KMeansInit init, int k) {
    return switch (init) {
      case PLUS_PLUS -> plusPlus(k);
      case RANDOM -> random(k);
    };
  }

  private double[] random(int k) {
    int d = points.dimensions();
    double[] centers = new double[k * d];
    int found = 0;
    for (int i : seed.permutation(points.size())) {
      if (found < k && points.weight(i) > 0 && isNew(i, centers, found)) {
        points.rowInto(i, centers, found++ * d);
      }
    }
    return Arrays.copyOf(centers, found * d);
  }

  private boolean isNew(int i, double[] centers, int found) {
    for (int c = 0; c < found; c++) {
      if (points.distance(i, centers, c) == 0) {
        return false;
      }
    }
    return true;
  }

  private double[] plusPlus(int k) {
    int d = points.dimensions();
    SplittableRandom random = seed.generator();
    double[] centers = new double[k * d];
    Arrays.fill(nearest, 1);
    for (int block = 0; block < blockSums.length; block++) {
      blockSums[block] = sumOf(block);
    }
    points.rowInto(draw(random, total()), centers, 0);
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    takeInto(Arrays.copyOf(centers, d));
    int trials = 2 + (int) Math.log(k);
    double[] candidates = new double[trials * d];
    for (int c = 1; c < k; c++) {
      double total = total();
      if (!(total > 0)) {
        return Arrays.copyOf(centers, c * d);
      }
      for (int t = 0; t < trials; t++) {
        points.rowInto(draw(random, total), candidates, t * d);
      }
      int best = best(candidates, trials);
      System.arraycopy(candidates, best * d, centers, c * d, d);
      double[] chosen = Arrays.copyOfRange(candidates, best * d, (best + 1) * d);
      takeInto(chosen);
    }
    return centers;
  }

  private double total() {
    double sum = 0;
    for (double part : blockSums) {
      sum += part;
    }
    return sum;
  }

  private double sumOf(int block) {
    int from = block * Points.BLOCK;
    double sum = 0;
    for (int i = from; i < from + points.rowsOf(block); i++) {
      sum += points.weight(i) * nearest[i];
    }
    return sum;
  }

  /** A row drawn with a chance in proportion to weight and squared distance. */
  private int draw(SplittableRandom random, double total) {
    double left = random.nextDouble() * total;
    int last = 0;
    for (int b = 0; b < blockSums.length; b++) {
      if (blockSums[b] > 0) {
        last = b;
        if (left < blockSums[b]) {
          break;
        }
        left -= blockSums[b];
      }
    }
    int row = last * Points.BLOCK;
    int end = row + points.rowsOf(last);
    for (int i = row; i < end; i++) {
      double part = points.weight(i) * nearest[i];
      if (part > 0) {
        row = i;
        left -= part;
        if (left < 0) {
          break;
        }
      }
    }
    return row;
  }

  /** The candidate that leaves the least sum of squared distances. */
  private int best(double[] candidates, int trials) {
    double[] squares = points.squaresOf(candidates);
    double[] left =
        points.sums(
            trials,
            trials,
            (block, products, sums) -> {
              points.products(backend, candidates, trials, block, products);
              int from = block * Points.BLOCK;
              for (int t = 0; t < trials; t++) {
                double sum = 0;
                for (int i = 0; i < points.rowsOf(block); i++) {
                  double distance =
                      products[t * Points.BLOCK + i] + squares[t] + points.square(from + i);
                  sum += points.weight(from + i) * Math.min(nearest[from + i], distance);
                }
                sums[t] += sum;
              }
            });
    int best = 0;
    for (int t = 1; t < trials; t++) {
      if (left[t] < left[best]) {
        best = t;
      }
    }
    return best;
  }

  private void takeInto(double[] center) {
    double[] square = points.squaresOf(center);
    points.sums(
        1,
        1,
        (block, products, sums) -> {
          points.products(backend, center, 1, block, products);
          int from = block * Points.BLOCK;
          for (int i = 0; i < points.rowsOf(block); i++) {
            double distance = products[i] + square[0] + points.square(from + i);
            if (distance < nearest[from + i]) {
              nearest[from + i] = points.distance(from + i, center, 0);
            }
          }
          blockSums[block] = sumOf(block);
        });
  }
}
