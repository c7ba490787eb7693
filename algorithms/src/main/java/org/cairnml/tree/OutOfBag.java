package org.cairnml.tree;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * What trees say about the training rows that they have not seen.
 *
 * @param predictions mean prediction of each row (n x width), NaN for a row that all trees have
 *     seen
 * @param score accuracy or R squared over the other rows, NaN without any
 */
record OutOfBag(Matrix predictions, double score) {

  private static final int BLOCK_ROWS = 512;

  /** The accuracy of classes. */
  static OutOfBag ofClasses(ForestPlan plan, List<Tree> trees, Dataset data, Workers workers) {
    Matrix predictions = predictions(plan, trees, data, workers);
    Labels labels = data.labels();
    double right = 0;
    double total = 0;
    for (int i = 0; i < data.rows(); i++) {
      if (!Double.isNaN(predictions.get(i, 0))) {
        int best = 0;
        for (int c = 1; c < predictions.cols(); c++) {
          best = predictions.get(i, c) > predictions.get(i, best) ? c : best;
        }
        right += best == labels.code(i) ? data.weight(i) : 0;
        total += data.weight(i);
      }
    }
    return new OutOfBag(predictions, right / total);
  }

  /** R squared of numbers. */
  static OutOfBag ofNumbers(ForestPlan plan, List<Tree> trees, Dataset data, Workers workers) {
    Matrix predictions = predictions(plan, trees, data, workers);
    double[] y = data.target();
    double total = 0;
    double mean = 0;
    for (int i = 0; i < y.length; i++) {
      if (!Double.isNaN(predictions.get(i, 0)) && data.weight(i) > 0) {
        total += data.weight(i);
        mean += data.weight(i) / total * (y[i] - mean);
      }
    }
    double residual = 0;
    double spread = 0;
    for (int i = 0; i < y.length; i++) {
      if (!Double.isNaN(predictions.get(i, 0))) {
        double error = y[i] - predictions.get(i, 0);
        residual += data.weight(i) * error * error;
        spread += data.weight(i) * (y[i] - mean) * (y[i] - mean);
      }
    }
    return new OutOfBag(predictions, 1 - residual / spread);
  }

  private static Matrix predictions(
      ForestPlan plan, List<Tree> trees, Dataset data, Workers workers) {
    int width = trees.get(0).width();
    Matrix x = data.x();
    double[] all = new double[data.rows() * width];
    List<BitSet> inBag = workers.map(trees.size(), plan::inBag);
    workers.ranges(
        data.rows(),
        BLOCK_ROWS,
        (from, to) -> {
          double[] row = new double[x.cols()];
          double[] sums = new double[width];
          for (int i = from; i < to; i++) {
            x.rowInto(i, row);
            Arrays.fill(sums, 0);
            int count = 0;
            for (int t = 0; t < trees.size(); t++) {
              if (!inBag.get(t).get(i)) {
                trees.get(t).addTo(row, sums);
                count++;
              }
            }
            for (int c = 0; c < width; c++) {
              all[i * width + c] = sums[c] / count;
            }
          }
        });
    return Matrix.wrap(all, data.rows(), width);
  }
}
