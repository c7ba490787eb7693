package org.cairnml.benchmarks.trees;

import java.util.Map;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;

/** A library that grows trees for classes; {@link TreeComparison} finds it by its class name. */
interface TreeLibrary {

  /** A fitted model. */
  interface Fitted extends AutoCloseable {
    /** Puts rows (n x d) into the form that the library wants. */
    Batch batch(Matrix rows);

    /** The ways to score one row, by the name of the measurement; called after all batches. */
    Map<String, RowCall> rowCalls();

    @Override
    default void close() {}
  }

  /** Rows in the form that a library wants. */
  interface Batch {
    /** Class probabilities (n x k), row by row. */
    double[] probabilities();
  }

  /** Scores one row. */
  interface RowCall {
    /** Turns the row into what the library wants, scores it, and gives some class's probability. */
    double score(double[] row);
  }

  /** The name in results. */
  String name();

  /** Whether the library has this. */
  boolean offers(Work work);

  /** Makes whatever the library wants to be given, and trains. */
  Fitted fit(Job job, Dataset train);

  /** Makes the library's form of binned data alone; false where that is no step of its own. */
  default boolean bin(Job job, Dataset train) {
    return false;
  }

  /** The codes of the classes, as native boosting wants them. */
  static float[] floatCodes(Dataset train) {
    float[] codes = new float[train.rows()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = train.labels().code(i);
    }
    return codes;
  }
}
