package org.cairnml.testkit.learner;

import org.cairnml.core.ClusterModel;
import org.cairnml.core.Model;
import org.cairnml.linalg.Matrix;

/** A fitted model with what it says of rows, whatever its kind. */
record Fitted(Kind kind, Model model) {

  double[] output(double[] row) {
    return kind.output(model, row);
  }

  double[][] outputs(Matrix x) {
    return kind.outputs(model, x);
  }

  boolean predictsNewRows() {
    return Kind.predictsNewRows(model);
  }

  /** What it says of the rows that it was fitted on. */
  double[][] outputsOnTraining(Matrix x) {
    if (predictsNewRows()) {
      return outputs(x);
    }
    int[] labels = ((ClusterModel) model).labels();
    double[][] all = new double[labels.length][1];
    for (int i = 0; i < all.length; i++) {
      all[i][0] = labels[i];
    }
    return all;
  }
}
