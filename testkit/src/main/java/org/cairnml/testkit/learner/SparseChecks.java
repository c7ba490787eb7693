package org.cairnml.testkit.learner;

import java.util.List;
import java.util.function.Predicate;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;

/** Sparse features are refused, or, by learners that say so, fitted to the same model. */
final class SparseChecks {

  private SparseChecks() {}

  static List<Check> all() {
    Predicate<LearnerSpec> handlesSparse = LearnerSpec::handlesSparse;
    return List.of(
        Check.of("refuses sparse features", handlesSparse.negate(), SparseChecks::refused),
        Check.of("fits sparse features as dense ones", handlesSparse, SparseChecks::same));
  }

  private static void refused(LearnerSpec spec) {
    RefusalChecks.refused(() -> spec.fit(sparse(new Samples(spec).small())), "sparse", "dense");
  }

  private static void same(LearnerSpec spec) {
    Dataset dense = withZeros(new Samples(spec).small());
    double[][] expected = spec.fit(dense).outputsOnTraining(dense.x());
    double[][] actual = spec.fit(sparse(dense)).outputsOnTraining(dense.x());
    for (int i = 0; i < expected.length; i++) {
      spec.tolerance().check("row " + i, actual[i], expected[i]);
    }
  }

  /** Two values of three set to 0; columns of categories, whose code may be 0, too. */
  private static Dataset withZeros(Dataset data) {
    Matrix x = data.x().copy();
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.cols(); j++) {
        if ((i + j) % 3 > 0) {
          x.set(i, j, 0);
        }
      }
    }
    return data.withFeatures(x, data.schema());
  }

  private static Dataset sparse(Dataset data) {
    return data.withFeatures(SparseMatrix.of(data.x()), data.schema());
  }
}
