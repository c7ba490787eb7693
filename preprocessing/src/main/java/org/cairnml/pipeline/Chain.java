package org.cairnml.pipeline;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseBuilder;
import org.cairnml.linalg.SparseMatrix;

/**
 * From a table to the features of the learner: inputs, then fitted steps, then unseen categories,
 * where a column still holds categories, become missing ones. Immutable; what a row needs on its
 * way is in {@link Buffers}.
 */
final class Chain {

  private static final int BATCH_ROWS = 256;

  private final Inputs inputs;
  private final List<FittedStep> steps;
  private final Sparsity sparsity;
  private final int[] categories;

  Chain(Inputs inputs, List<FittedStep> steps, Sparsity sparsity) {
    this.inputs = inputs;
    this.steps = List.copyOf(steps);
    this.sparsity = sparsity;
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

  Sparsity sparsity() {
    return sparsity;
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
    return run(buffers, steps.size());
  }

  private double[] run(Buffers buffers, int count) {
    double[][] rows = buffers.rows();
    for (int k = 0; k < count; k++) {
      steps.get(k).run(rows[k], rows[k + 1], buffers.scratch()[k]);
    }
    return count == steps.size() ? withoutUnseen(rows[count]) : rows[count];
  }

  private double[] withoutUnseen(double[] features) {
    for (int j : categories) {
      if (features[j] == Feature.UNSEEN) {
        features[j] = Double.NaN;
      }
    }
    return features;
  }

  /**
   * The features of all rows of a table.
   *
   * @throws DataException that names the place of a row as the table does
   */
  Dataset transform(Table table, Workers workers, List<String> notes) {
    Dataset encoded = encode(table, workers, notes);
    try {
      return transform(encoded, workers);
    } catch (DataException e) {
      throw e.placed(table::place);
    }
  }

  /** The rows of a table before the first step. */
  Dataset encode(Table table, Workers workers, List<String> notes) {
    return inputs.encode(table, Map.of(), workers, sparsity, notes);
  }

  /** The features of encoded rows: row by row as long as they are dense, then step by step. */
  Dataset transform(Dataset encoded, Workers workers) {
    if (!encoded.isSparse() && firstSparse() == steps.size()) {
      return rowByRow(encoded, steps.size(), workers);
    }
    int dense = encoded.isSparse() ? 0 : firstSparse();
    Dataset data = dense == 0 ? encoded : rowByRow(encoded, dense, workers);
    for (FittedStep step : steps.subList(dense, steps.size())) {
      data = step.transform(data, sparsity);
    }
    return categories.length == 0 ? data : withoutUnseen(data);
  }

  /** The first step that makes dense rows sparse, or the number of steps. */
  private int firstSparse() {
    int first = 0;
    while (first < steps.size() && !steps.get(first).makesSparse(sparsity)) {
      first++;
    }
    return first;
  }

  private Dataset withoutUnseen(Dataset data) {
    SparseMatrix x = data.sparse();
    var builder = new SparseBuilder(x.cols());
    for (int i = 0; i < x.rows(); i++) {
      for (int p = x.start(i); p < x.start(i + 1); p++) {
        boolean unseen =
            x.value(p) == Feature.UNSEEN && data.schema().get(x.column(p)).isCategory();
        builder.add(x.column(p), unseen ? Double.NaN : x.value(p));
      }
      builder.endRow();
    }
    return data.withFeatures(builder.build(), data.schema());
  }

  private Dataset rowByRow(Dataset encoded, int count, Workers workers) {
    Matrix x = encoded.x();
    Schema made = count == 0 ? inputs.schema() : steps.get(count - 1).output();
    int width = made.width();
    double[] all = new double[Math.multiplyExact(x.rows(), width)];
    workers.ranges(
        x.rows(),
        BATCH_ROWS,
        (from, to) -> {
          Buffers buffers = buffers();
          for (int i = from; i < to; i++) {
            x.rowInto(i, buffers.encoded());
            try {
              System.arraycopy(run(buffers, count), 0, all, i * width, width);
            } catch (DataException e) {
              throw DataException.inRow(i, e.getMessage(), e);
            }
          }
        });
    return encoded.withFeatures(Matrix.wrap(all, x.rows(), width), made);
  }
}
