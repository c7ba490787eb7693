package org.cairnml.cluster;

import java.util.List;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;

/** The rows to cluster, less their mean, in a layout for fast distances to a few centers. */
final class Points {
  // Blocks of rows are stored transposed: coordinate j of row i of a block stands at j * BLOCK + i.
  // The products of centers and rows then come out as one long line for each center, and comparing
  // lines needs no jumping about. |x|^2 is left out of distances until the very end, since it does
  // not matter to which center is nearest.

  /** Rows in a block. */
  static final int BLOCK = 256;

  /** Blocks that one part of parallel work has at least. */
  private static final int PART_BLOCKS = 8;

  private static final int MOST_PARTS = 32;

  private final int n;
  private final int d;
  private final double[] coordinates;
  private final double[] squares;
  private final double[] weights;
  private final double[] mean;
  private final double variance;
  private final Workers workers;

  private Points(
      int n,
      int d,
      double[] coordinates,
      double[] squares,
      double[] weights,
      double[] mean,
      double variance,
      Workers workers) {
    this.n = n;
    this.d = d;
    this.coordinates = coordinates;
    this.squares = squares;
    this.weights = weights;
    this.mean = mean;
    this.variance = variance;
    this.workers = workers;
  }

  static Points of(Dataset data, Workers workers) {
    Matrix x = data.x();
    int n = x.rows();
    int d = x.cols();
    double[] weights = data.isWeighted() ? data.weights() : null;
    double[] first = x.row(0).toArray();
    int parts = parts(blocks(n));
    double[] sums =
        sum(
            workers.map(
                parts,
                part -> {
                  double[] s = new double[d + 1];
                  int to = Math.min(n, end(part, parts, blocks(n)) * BLOCK);
                  for (int i = end(part - 1, parts, blocks(n)) * BLOCK; i < to; i++) {
                    double w = weights == null ? 1 : weights[i];
                    int row = x.offset() + i * x.stride();
                    for (int j = 0; j < d; j++) {
                      s[j] += w * (x.data()[row + j] - first[j]);
                    }
                    s[d] += w;
                  }
                  return s;
                }));
    double[] mean = new double[d];
    for (int j = 0; j < d; j++) {
      mean[j] = first[j] + sums[j] / sums[d];
    }
    double[] coordinates = new double[Math.multiplyExact(blocks(n), BLOCK * d)];
    double[] squares = new double[blocks(n) * BLOCK];
    workers.run(
        blocks(n),
        block -> {
          int start = block * BLOCK * d;
          int rows = Math.min(BLOCK, n - block * BLOCK);
          for (int i = 0; i < rows; i++) {
            int row = x.offset() + (block * BLOCK + i) * x.stride();
            double square = 0;
            for (int j = 0; j < d; j++) {
              double value = x.data()[row + j] - mean[j];
              coordinates[start + j * BLOCK + i] = value;
              square += value * value;
            }
            squares[block * BLOCK + i] = square;
          }
        });
    double total = 0;
    for (int i = 0; i < n; i++) {
      total += (weights == null ? 1 : weights[i]) * squares[i];
    }
    return new Points(n, d, coordinates, squares, weights, mean, total / sums[d] / d, workers);
  }

  private static int blocks(int n) {
    return (n + BLOCK - 1) / BLOCK;
  }

  private static int parts(int blocks) {
    return Math.max(1, Math.min(MOST_PARTS, blocks / PART_BLOCKS));
  }

  /** The block after the last one of this part. */
  private static int end(int part, int parts, int blocks) {
    return (int) ((part + 1L) * blocks / parts);
  }

  private static double[] sum(List<double[]> all) {
    double[] total = all.get(0);
    for (double[] one : all.subList(1, all.size())) {
      Backends.get().axpy(total.length, 1, one, 0, total, 0);
    }
    return total;
  }

  /** Adds what a block of rows contributes to sums; {@code products} is room of its own. */
  @FunctionalInterface
  interface BlockWork {
    void add(int block, double[] products, double[] sums);
  }

  /**
   * Runs the work on all blocks, in parallel, and adds up the sums in an order that does not depend
   * on the number of threads.
   *
   * @param centers how many lines of products the work has room for
   * @param width how many sums there are
   */
  double[] sums(int centers, int width, BlockWork work) {
    int blocks = blocks(n);
    int parts = parts(blocks);
    return sum(
        workers.map(
            parts,
            part -> {
              double[] sums = new double[width];
              double[] products = new double[centers * BLOCK];
              for (int b = end(part - 1, parts, blocks); b < end(part, parts, blocks); b++) {
                work.add(b, products, sums);
              }
              return sums;
            }));
  }

  /** products = -2 centers x block': line c holds -2 times the products of center c. */
  void products(Backend backend, double[] centers, int k, int block, double[] products) {
    int start = block * BLOCK * d;
    backend.gemm(
        Transpose.NO,
        Transpose.NO,
        k,
        BLOCK,
        d,
        -2,
        centers,
        0,
        d,
        coordinates,
        start,
        BLOCK,
        0,
        products,
        0,
        BLOCK);
  }

  /** How many rows. */
  int size() {
    return n;
  }

  /** How many columns. */
  int dimensions() {
    return d;
  }

  /** The rows of a block. */
  int rowsOf(int block) {
    return Math.min(BLOCK, n - block * BLOCK);
  }

  /** The weight of a row. */
  double weight(int i) {
    return weights == null ? 1 : weights[i];
  }

  /** The squared length of a row. */
  double square(int i) {
    return squares[i];
  }

  /** The mean variance of a column. */
  double variance() {
    return variance;
  }

  /** Copies row {@code i} to {@code out}. */
  void rowInto(int i, double[] out, int outOffset) {
    int from = (i / BLOCK) * BLOCK * d + i % BLOCK;
    for (int j = 0; j < d; j++) {
      out[outOffset + j] = coordinates[from + j * BLOCK];
    }
  }

  /** Adds a multiple of row {@code i} to {@code out}. */
  void addRow(double factor, int i, double[] out, int outOffset) {
    int from = (i / BLOCK) * BLOCK * d + i % BLOCK;
    for (int j = 0; j < d; j++) {
      out[outOffset + j] += factor * coordinates[from + j * BLOCK];
    }
  }

  /** The squared distance of row {@code i} and a center. */
  double distance(int i, double[] centers, int center) {
    int from = (i / BLOCK) * BLOCK * d + i % BLOCK;
    double sum = 0;
    for (int j = 0; j < d; j++) {
      double difference = coordinates[from + j * BLOCK] - centers[center * d + j];
      sum += difference * difference;
    }
    return sum;
  }

  /** The squared length of each center. */
  double[] squaresOf(double[] centers) {
    double[] result = new double[centers.length / d];
    for (int c = 0; c < result.length; c++) {
      result[c] = Backends.get().dot(d, centers, c * d, centers, c * d);
    }
    return result;
  }

  /** Centers in the place of the original rows (k x d). */
  Matrix restored(double[] centers) {
    double[] moved = centers.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += mean[i % d];
    }
    return Matrix.wrap(moved, moved.length / d, d);
  }
}
