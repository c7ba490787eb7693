package org.cairnml.benchmarks;

import org.cairnml.boosting.ClassificationBoosting;
import org.cairnml.boosting.GradientBoostingClassifier;
import org.cairnml.boosting.Growth;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;

/** Cairn, leaf-wise with 31 leaves or depth-wise to depth 6. */
record CairnBoosting(Growth growth) implements BoostingSystem {

  @Override
  public String name() {
    return growth == Growth.LEAF_WISE ? "cairn 31 leaves" : "cairn depth 6";
  }

  @Override
  public Fitted fit(Dataset train, int threads) {
    GradientBoostingClassifier learner = new GradientBoostingClassifier().withL2(0).withTrees(ROUNDS);
    if (growth == Growth.DEPTH_WISE) {
      learner =
          learner
              .withGrowth(growth)
              .withMaxDepth(6)
              .withMaxLeaves(64)
              .withMinSamplesLeaf(1)
              .withMinChildWeight(1)
              .withL2(1);
    }
    ClassificationBoosting model = learner.fit(train, new FitOptions().withWorkers(threads));
    return new Model(model, new double[train.cols()], new double[model.classes().size()]);
  }

  private record Model(ClassificationBoosting model, double[] row, double[] out)
      implements Fitted {

    @Override
    public Batch batch(Dataset rows) {
      return () -> model.probabilities(rows.x()).data();
    }

    @Override
    public double one(Dataset rows, int i) {
      rows.x().rowInto(i, row);
      model.probabilitiesInto(row, out);
      return out[0];
    }

    @Override
    public void close() {}
  }
}
