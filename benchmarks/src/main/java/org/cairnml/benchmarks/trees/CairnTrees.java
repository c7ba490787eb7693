package org.cairnml.benchmarks.trees;

import java.util.Map;
import org.cairnml.base.Workers;
import org.cairnml.boosting.GradientBoostingClassifier;
import org.cairnml.boosting.Growth;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.DecisionTreeClassifier;
import org.cairnml.tree.ExtraTreesClassifier;
import org.cairnml.tree.RandomForestClassifier;
import org.cairnml.tree.bins.Binning;

/** Cairn. */
public final class CairnTrees implements TreeLibrary {

  @Override
  public String name() {
    return "Cairn";
  }

  @Override
  public boolean offers(Work work) {
    return true;
  }

  @Override
  public Fitted fit(Job job, Dataset train) {
    ProbabilityModel model = learner(job).fit(train, new FitOptions().withWorkers(job.threads()));
    return new Model(model);
  }

  static Classifier<? extends ProbabilityModel> learner(Job job) {
    return switch (job.work()) {
      case TREE -> new DecisionTreeClassifier().withMaxDepth(Work.TREE_DEPTH).withSeed(job.seed());
      case FOREST -> new RandomForestClassifier().withTrees(job.trees()).withSeed(job.seed());
      case EXTRA -> new ExtraTreesClassifier().withTrees(job.trees()).withSeed(job.seed());
      case LEAVES, LEAVES_L2_0 ->
          boosting(job).withMaxLeaves(Work.BOOSTED_LEAVES).withMinSamplesLeaf(Work.ROWS_A_LEAF);
      case DEPTH ->
          boosting(job)
              .withGrowth(Growth.DEPTH_WISE)
              .withMaxDepth(Work.BOOSTED_DEPTH)
              .withMaxLeaves(1 << Work.BOOSTED_DEPTH)
              .withMinSamplesLeaf(1)
              .withMinChildWeight(1);
    };
  }

  private static GradientBoostingClassifier boosting(Job job) {
    return new GradientBoostingClassifier()
        .withTrees(job.trees())
        .withLearningRate(Work.LEARNING_RATE)
        .withMaxBins(Work.BINS)
        .withL2(job.work().l2());
  }

  @Override
  public boolean bin(Job job, Dataset train) {
    Workers workers = Workers.of(job.threads());
    Binning.ofAndApply(train.x(), train.schema(), null, Work.BINS, workers);
    return true;
  }

  private record Model(ProbabilityModel model) implements Fitted {

    @Override
    public Batch batch(Matrix rows) {
      return () -> model.probabilities(rows).data();
    }

    @Override
    public Map<String, RowCall> rowCalls() {
      double[] out = new double[model.classes().size()];
      return Map.of(
          "row",
          row -> {
            model.probabilitiesInto(row, out);
            return out[0];
          });
    }
  }
}
