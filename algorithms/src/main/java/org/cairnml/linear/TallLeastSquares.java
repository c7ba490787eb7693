package org.cairnml.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;
import org.cairnml.linalg.backend.Backend;

/** Least squares for many rows of few columns that are independent or exactly dependent. */
final class TallLeastSquares {

  /** Below this many numbers the precise way costs little. */
  private static final int SMALLEST = 100_000;

  private static final int ROWS_PER_COLUMN = 4;

  /** Few enough to stay in the cache while several targets use them. */
  private static final int BLOCK_ROWS = 256;

  /** More dependent columns than this are left to the QR. */
  private static final int MOST_DEPENDENT = 10;

  /** How much the first solution may be off, relative to the largest scaled coefficient. */
  private static final double LARGEST_CORRECTION = 1e-7;

  private TallLeastSquares() {}

  /** The solution, or empty where shape or condition of the data ask for more care. */
  static Optional<LinearSolution> tryFit(
      Dataset data, boolean intercept, CovarianceType type, Workers workers) {
    int d = data.cols();
    if (type != CovarianceType.CLASSICAL
        || (long) data.rows() * d < SMALLEST
        || data.rows() < (long) ROWS_PER_COLUMN * d) {
      return Optional.empty();
    }
    double[] weights = data.isWeighted() ? data.weights() : null;
    double[] y = data.target();
    var moments = Moments.of(data.x(), y, weights, intercept, workers);
    int[] kept = independent(moments.gram());
    if (d - kept.length > MOST_DEPENDENT) {
      return Optional.empty();
    }
    return NormalEquations.tryOf(part(moments.gram(), kept), 0)
        .map(system -> new Tall(data.x(), weights, intercept, moments, kept, system, workers))
        .flatMap(tall -> tall.solve(y));
  }

  /** The columns that stick out of those to their left, as far as the Gram matrix can tell. */
  private static int[] independent(Matrix gram) {
    int d = gram.rows();
    double[][] l = new double[d][];
    int[] kept = new int[d];
    int count = 0;
    for (int j = 0; j < d; j++) {
      double[] row = new double[count + 1];
      double pivot = gram.get(j, j);
      for (int k = 0; k < count; k++) {
        double sum = gram.get(j, kept[k]);
        for (int i = 0; i < k; i++) {
          sum -= row[i] * l[k][i];
        }
        row[k] = sum / l[k][k];
        pivot -= row[k] * row[k];
      }
      if (pivot > NormalEquations.SMALLEST_PIVOT * gram.get(j, j)) {
        row[count] = Math.sqrt(pivot);
        l[count] = row;
        kept[count++] = j;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private static Matrix part(Matrix gram, int[] kept) {
    Matrix part = Matrix.zeros(kept.length, kept.length);
    for (int i = 0; i < kept.length; i++) {
      for (int j = 0; j < kept.length; j++) {
        part.set(i, j, gram.get(kept[i], kept[j]));
      }
    }
    return part;
  }

  /**
   * One problem.
   *
   * @param kept the columns that get a coefficient
   * @param system the normal equations of these columns
   */
  private record Tall(
      Matrix x,
      double[] weights,
      boolean intercept,
      Moments moments,
      int[] kept,
      NormalEquations system,
      Workers workers) {

    /**
     * The solution for y, or empty if it came out too inexact or columns that were not kept do not
     * depend on the others to the tolerance of the QR.
     */
    Optional<LinearSolution> solve(double[] y) {
      List<Fitted> targets = new ArrayList<>();
      targets.add(new Fitted(y, moments.cross(), moments.yMean()));
      int[] others = others();
      for (int j : others) {
        targets.add(
            new Fitted(x.column(j).toArray(), moments.gram().column(j), moments.xMean()[j]));
      }
      List<Refined> fits = fit(targets);
      double tolerance = Math.max(x.rows(), x.cols() + 1) * 0x1p-52;
      for (int k = 0; k < others.length; k++) {
        int j = others[k];
        Refined other = fits.get(k + 1);
        double mean = moments.xMean()[j];
        double length = moments.gram().get(j, j) + other.total * mean * mean;
        if (!(other.squares <= tolerance * tolerance * length)) {
          return Optional.empty();
        }
      }
      Refined fit = fits.get(0);
      if (!(system.size(fit.correction) <= LARGEST_CORRECTION * system.size(fit.before))) {
        return Optional.empty();
      }
      int first = intercept ? 1 : 0;
      double[] estimates = new double[x.cols() + first];
      int[] all = new int[kept.length + first];
      for (int k = 0; k < kept.length; k++) {
        all[k + first] = kept[k] + first;
        estimates[kept[k] + first] = fit.before.get(k) + fit.correction.get(k);
      }
      Matrix inverse = system.inverse();
      if (intercept) {
        estimates[0] = fit.intercept;
        inverse = withIntercept(inverse, means(), fit.total);
      }
      Matrix whole = Matrix.zeros(estimates.length, estimates.length);
      for (int i = 0; i < all.length; i++) {
        for (int j = 0; j < all.length; j++) {
          whole.set(all[i], all[j], inverse.get(i, j));
        }
      }
      int observations = x.rows();
      double logWeights = 0;
      if (weights != null) {
        observations = (int) Arrays.stream(weights).filter(w -> w > 0).count();
        logWeights = Arrays.stream(weights).filter(w -> w > 0).map(Math::log).sum();
      }
      var sandwich = new Sandwich(CovarianceType.CLASSICAL, whole, all.length);
      return Optional.of(
          new LinearSolution(
              estimates,
              sandwich.classical(fit.squares, observations),
              all,
              observations,
              fit.squares,
              moments.yy(),
              logWeights));
    }

    private double[] means() {
      return Arrays.stream(kept).mapToDouble(j -> moments.xMean()[j]).toArray();
    }

    /** The columns that were not kept. */
    private int[] others() {
      return IntStream.range(0, x.cols()).filter(j -> Arrays.binarySearch(kept, j) < 0).toArray();
    }

    /** The fits of several targets, whose residuals are found in one pass over the rows. */
    private List<Refined> fit(List<Fitted> targets) {
      Vector means = Vector.wrap(means());
      List<Vector> before = targets.stream().map(t -> system.solve(pick(t.cross))).toList();
      List<Line> lines = new ArrayList<>();
      for (int t = 0; t < targets.size(); t++) {
        double[] full = new double[x.cols()];
        for (int k = 0; k < kept.length; k++) {
          full[kept[k]] = before.get(t).get(k);
        }
        double b0 = targets.get(t).mean - means.dot(before.get(t));
        lines.add(new Line(targets.get(t).values, full, b0));
      }
      double[][] sums = residualSums(x, lines, weights, moments.xMean(), workers);
      List<Refined> refined = new ArrayList<>();
      for (int t = 0; t < targets.size(); t++) {
        refined.add(refined(before.get(t), lines.get(t).b0, sums[t], means));
      }
      return refined;
    }

    private Refined refined(Vector b, double b0, double[] sums, Vector means) {
      int d = x.cols();
      Vector pull = pick(Vector.wrap(sums));
      Vector db = system.solve(pull);
      double total = sums[d + 2];
      double shift = intercept ? sums[d] / total : 0;
      double squares = Math.max(0, sums[d + 1] - db.dot(pull) - total * shift * shift);
      return new Refined(b, db, b0 + shift - means.dot(db), squares, total);
    }

    private Vector pick(Vector all) {
      return Vector.wrap(Arrays.stream(kept).mapToDouble(all::get).toArray());
    }
  }

  /** Coefficients, how they were corrected, and what they leave. */
  private record Refined(
      Vector before, Vector correction, double intercept, double squares, double total) {}

  /** What is to be fitted: its values, their products with the columns, and their mean. */
  private record Fitted(double[] values, Vector cross, double mean) {}

  /** A target beside coefficients of all columns and an intercept. */
  private record Line(double[] target, double[] b, double b0) {}

  /**
   * For each line, with its residuals r = target - b0 - x b: d sums of w r (x - mean), then those
   * of w r, w r^2 and w.
   */
  private static double[][] residualSums(
      Matrix x, List<Line> lines, double[] weights, double[] means, Workers workers) {
    int d = x.cols();
    int width = d + 3;
    double[] total =
        RowSums.of(
            x.rows(),
            lines.size() * width,
            workers,
            (from, to, sums) -> {
              for (int start = from; start < to; start += BLOCK_ROWS) {
                int end = Math.min(to, start + BLOCK_ROWS);
                for (int t = 0; t < lines.size(); t++) {
                  addResiduals(x, lines.get(t), weights, start, end, sums, t * width);
                }
              }
            });
    double[][] parts = new double[lines.size()][];
    for (int t = 0; t < parts.length; t++) {
      parts[t] = Arrays.copyOfRange(total, t * width, (t + 1) * width);
      Backends.get().axpy(d, -parts[t][d], means, 0, parts[t], 0);
    }
    return parts;
  }

  private static void addResiduals(
      Matrix x, Line line, double[] weights, int from, int to, double[] sums, int at) {
    int d = x.cols();
    Backend backend = Backends.get();
    for (int i = from; i < to; i++) {
      int row = x.offset() + i * x.stride();
      double w = weights == null ? 1 : weights[i];
      double r = line.target[i] - line.b0 - backend.dot(d, x.data(), row, line.b, 0);
      backend.axpy(d, w * r, x.data(), row, sums, at);
      sums[at + d] += w * r;
      sums[at + d + 1] += w * r * r;
      sums[at + d + 2] += w;
    }
  }

  /**
   * The inverse of the Gram matrix with a column of ones in front, from that of centred columns.
   */
  private static Matrix withIntercept(Matrix inverse, double[] means, double total) {
    int d = means.length;
    Vector product = inverse.times(Vector.wrap(means));
    Matrix all = Matrix.zeros(d + 1, d + 1);
    all.set(0, 0, 1 / total + product.dot(Vector.wrap(means)));
    for (int i = 0; i < d; i++) {
      all.set(0, i + 1, -product.get(i));
      all.set(i + 1, 0, -product.get(i));
      for (int j = 0; j < d; j++) {
        all.set(i + 1, j + 1, inverse.get(i, j));
      }
    }
    return all;
  }
}
