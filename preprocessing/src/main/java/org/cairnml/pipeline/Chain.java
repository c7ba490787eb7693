package org.cairnml.pipeline;

import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.Workers;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.core.TransformModel;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;

/**
 * From a table to the features of the learner: inputs, then fitted steps, then unseen categories,
 * where a column still holds categories, become missing ones.
 */
final class Chain {

  private static final int BATCH_ROWS = 256;

  private final Inputs inputs;
  private final List<TransformModel> steps;
  private final int[] categories;

  Chain(Inputs inputs, List<TransformModel> steps) {
    this.inputs = inputs;
    this.steps = List.copyOf(steps);
    Schema output = output();
    categories =
        IntStream.range(0, output.width()).filter(j -> output.get(j).isCategory()).toArray();
  }

  Inputs inputs() {
    return inputs;
  }

  List<TransformModel> steps() {
    return steps;
  }

  /** What the learner sees. */
  Schema output() {
    return steps.isEmpty() ? inputs.schema() : steps.get(steps.size() - 1).output();
  }

  /** A buffer for the encoded row and one for the output of each step. */
  double[][] buffers() {
    double[][] buffers = new double[steps.size() + 1][];
    buffers[0] = new double[inputs.schema().width()];
    for (int k = 0; k < steps.size(); k++) {
      buffers[k + 1] = new double[steps.get(k).output().width()];
    }
    return buffers;
  }

  /** Runs the steps on the encoded row in the first buffer; the last then has the features. */
  double[] run(double[][] buffers) {
    for (int k = 0; k < steps.size(); k++) {
      steps.get(k).transformInto(buffers[k], buffers[k + 1]);
    }
    double[] features = buffers[steps.size()];
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
          double[][] buffers = buffers();
          for (int i = from; i < to; i++) {
            encoded.rowInto(i, buffers[0]);
            System.arraycopy(run(buffers), 0, all, i * width, width);
          }
        });
    return Matrix.wrap(all, encoded.rows(), width);
  }
}
