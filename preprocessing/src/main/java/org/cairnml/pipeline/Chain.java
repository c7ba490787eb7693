package org.cairnml.pipeline;

import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.Workers;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;

/**
 * From a table to the features of the learner: inputs, then fitted steps, then unseen categories,
 * where a column still holds categories, become missing ones. Immutable; what a row needs on its
 * way is in {@link Buffers}.
 */
final class Chain {

  private static final int BATCH_ROWS = 256;

  private final Inputs inputs;
  private final List<FittedStep> steps;
  private final int[] categories;

  Chain(Inputs inputs, List<FittedStep> steps) {
    this.inputs = inputs;
    this.steps = List.copyOf(steps);
    Schema output = output();
    categories =
        IntStream.range(0, output.width()).filter(j -> output.get(j).isCategory()).toArray();
  }

  /**
   * Room for one row on its way.
   *
   * @param rows the encoded row, then what each step makes
   * @param scratch what each step needs of its own
   */
  record Buffers(double[][] rows, double[][][] scratch) {

    /** The encoded row, to be filled before a run. */
    double[] encoded() {
      return rows[0];
    }
  }

  Inputs inputs() {
    return inputs;
  }

  List<FittedStep> steps() {
    return steps;
  }

  /** What the learner sees. */
  Schema output() {
    return steps.isEmpty() ? inputs.schema() : steps.get(steps.size() - 1).output();
  }

  Buffers buffers() {
    double[][] rows = new double[steps.size() + 1][];
    double[][][] scratch = new double[steps.size()][][];
    rows[0] = new double[inputs.schema().width()];
    for (int k = 0; k < steps.size(); k++) {
      rows[k + 1] = new double[steps.get(k).output().width()];
      scratch[k] = steps.get(k).scratch();
    }
    return new Buffers(rows, scratch);
  }

  /** Runs the steps on the encoded row in the buffers; the result is in them too. */
  double[] run(Buffers buffers) {
    double[][] rows = buffers.rows();
    for (int k = 0; k < steps.size(); k++) {
      steps.get(k).run(rows[k], rows[k + 1], buffers.scratch()[k]);
    }
    double[] features = rows[steps.size()];
    for (int j : categories) {
      if (features[j] == Feature.UNSEEN) {
        features[j] = Double.NaN;
      }
    }
    return features;
  }

  /** The features of all rows of a table. */
  Matrix transform(Table table, Workers workers, List<String> notes) {
    return transform(inputs.encode(table, workers, notes), workers);
  }

  /** The features of encoded rows. */
  Matrix transform(Matrix encoded, Workers workers) {
    int width = output().width();
    double[] all = new double[Math.multiplyExact(encoded.rows(), width)];
    workers.ranges(
        encoded.rows(),
        BATCH_ROWS,
        (from, to) -> {
          Buffers buffers = buffers();
          for (int i = from; i < to; i++) {
            encoded.rowInto(i, buffers.encoded());
            System.arraycopy(run(buffers), 0, all, i * width, width);
          }
        });
    return Matrix.wrap(all, encoded.rows(), width);
  }
}
