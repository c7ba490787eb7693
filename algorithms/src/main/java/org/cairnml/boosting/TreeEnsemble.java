package org.cairnml.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.base.Workers;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.Tree;

/**
 * A sum of trees for each of one or more outputs: tree t adds to output t modulo the outputs.
 * Scores of a row are the same whether computed alone or in a batch.
 */
final class TreeEnsemble {

  private static final int PART_ROWS = 256;

  private final List<Tree> trees;
  private final double[] start;
  private final int columns;
  private final FlatTrees flat;

  /**
   * @param trees one an output, then again one an output, and so on
   * @param start what the scores are without trees, one an output
   * @param columns how many columns a row has
   */
  TreeEnsemble(List<Tree> trees, double[] start, int columns) {
    this.trees = List.copyOf(trees);
    this.start = start.clone();
    this.columns = columns;
    this.flat = new FlatTrees(this.trees, start.length);
  }

  /** The same with more trees. */
  TreeEnsemble plus(List<Tree> more) {
    List<Tree> all = new ArrayList<>(trees);
    all.addAll(more);
    return new TreeEnsemble(all, start, columns);
  }

  /** The same with only the first rounds. */
  TreeEnsemble first(int rounds) {
    return new TreeEnsemble(trees.subList(0, rounds * start.length), start, columns);
  }

  List<Tree> trees() {
    return trees;
  }

  double[] start() {
    return start.clone();
  }

  int outputs() {
    return start.length;
  }

  int rounds() {
    return trees.size() / start.length;
  }

  /**
   * The score of a row, where there is one output.
   *
   * @throws org.cairnml.base.DataException if the row does not fit the schema
   */
  double score(double[] row, Schema schema) {
    if (row.length == columns && allFinite(row, 0, columns)) {
      return flat.score(row, start[0]);
    }
    schema.check(row, Missing.ALLOWED);
    double sum = start[0];
    for (Tree tree : trees) {
      sum += tree.predict(row);
    }
    return sum;
  }

  /** Writes the scores of a row (one an output). */
  void scoresInto(double[] row, Schema schema, double[] out) {
    System.arraycopy(start, 0, out, 0, start.length);
    if (row.length == columns && allFinite(row, 0, columns)) {
      flat.addScores(row, out);
      return;
    }
    schema.check(row, Missing.ALLOWED);
    for (int t = 0; t < trees.size(); t++) {
      out[t % start.length] += trees.get(t).predict(row);
    }
  }

  /**
   * Computes the scores (n x outputs, row by row) of the rows of x (n x d), in parallel.
   *
   * @param then is run on each range of rows once their scores are written to {@code out}
   */
  void scoresInto(Matrix x, Schema schema, double[] out, Workers.Range then) {
    if (x.cols() != columns) {
      schema.check(x, Missing.ALLOWED);
    }
    Workers.standard()
        .ranges(
            x.rows(),
            PART_ROWS,
            (from, to) -> {
              scoreRows(x, from, to, schema, out);
              then.run(from, to);
            });
  }

  private void scoreRows(Matrix x, int from, int to, Schema schema, double[] out) {
    int k = start.length;
    double[] data = x.data();
    int at = x.offset() + from * x.stride();
    boolean finite = true;
    for (int i = from; i < to; i++) {
      System.arraycopy(start, 0, out, i * k, k);
      finite &= allFinite(data, x.offset() + i * x.stride(), columns);
    }
    if (finite) {
      flat.addScores(data, at, x.stride(), to - from, out, from * k);
      return;
    }
    checkRows(x, from, to, schema);
    double[] row = new double[x.cols()];
    for (int i = from; i < to; i++) {
      x.rowInto(i, row);
      for (int t = 0; t < trees.size(); t++) {
        out[i * k + t % k] += trees.get(t).predict(row);
      }
    }
  }

  /**
   * The scores of the rows of x (n x d) after each count of rounds, in one pass over the trees:
   * element r holds those after r rounds, from 0 to all (n x outputs, row by row).
   *
   * @throws DataException if the matrix does not fit the schema
   */
  double[][] stages(Matrix x, Schema schema) {
    schema.check(x, Missing.ALLOWED);
    int k = start.length;
    double[][] stages = new double[rounds() + 1][x.rows() * k];
    Workers.standard()
        .ranges(
            x.rows(),
            PART_ROWS,
            (from, to) -> {
              double[] row = new double[x.cols()];
              double[] sums = new double[k];
              for (int i = from; i < to; i++) {
                x.rowInto(i, row);
                System.arraycopy(start, 0, sums, 0, k);
                System.arraycopy(start, 0, stages[0], i * k, k);
                for (int t = 0; t < trees.size(); t++) {
                  sums[t % k] += trees.get(t).predict(row);
                  stages[t / k + 1][i * k + t % k] = sums[t % k];
                }
              }
            });
    return stages;
  }

  /** Says which row is unusable, as a check of the whole matrix would. */
  private static void checkRows(Matrix x, int from, int to, Schema schema) {
    try {
      schema.check(x.slice(from, to, 0, x.cols()), Missing.ALLOWED);
    } catch (DataException e) {
      schema.check(x, Missing.ALLOWED);
      throw e;
    }
  }

  /** The scores of the rows of x by output (outputs x n), for data that are known to fit. */
  double[][] scoresByOutput(Matrix x, Schema schema) {
    double[][] byOutput = new double[start.length][x.rows()];
    for (int k = 0; k < start.length; k++) {
      Arrays.fill(byOutput[k], start[k]);
    }
    if (trees.isEmpty()) {
      return byOutput;
    }
    double[] all = new double[x.rows() * start.length];
    scoresInto(x, schema, all, (from, to) -> {});
    for (int i = 0; i < all.length; i++) {
      byOutput[i % start.length][i / start.length] = all[i];
    }
    return byOutput;
  }

  /** Whether no value is missing or infinite: 0 times any other value is 0. */
  private static boolean allFinite(double[] values, int from, int n) {
    double a = 0;
    double b = 0;
    int i = from;
    int to = from + n;
    for (; i + 1 < to; i += 2) {
      a += values[i] * 0.0;
      b += values[i + 1] * 0.0;
    }
    if (i < to) {
      a += values[i] * 0.0;
    }
    return a + b == 0;
  }
}
