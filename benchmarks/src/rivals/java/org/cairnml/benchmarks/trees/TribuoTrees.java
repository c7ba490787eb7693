package org.cairnml.benchmarks.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.AdaBoostTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Tribuo: CART, random forest, and as its own boosting (without XGBoost) AdaBoost, of trees of the
 * same depth. Each grows one tree after the other on one thread.
 */
public final class TribuoTrees implements TreeLibrary {

  private static final String UNKNOWN = Label.UNKNOWN;

  /** AdaBoost's weights sum to 1; with the trainer's own limit of 5 no node would be split. */
  private static final float LIGHTEST_LEAF = 1e-9f;

  @Override
  public String name() {
    return "Tribuo";
  }

  @Override
  public boolean offers(Work work) {
    return work == Work.TREE || work == Work.FOREST || work == Work.DEPTH;
  }

  @Override
  public Fitted fit(Job job, Dataset train) {
    String[] names = train.schema().names().toArray(String[]::new);
    Form form = new Form(names, train.labels().classes());
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> set =
        new MutableDataset<>(new SimpleDataSourceProvenance("rows", factory), factory);
    for (int i = 0; i < train.rows(); i++) {
      set.add(form.example(train.x().row(i).toArray(), train.labels().get(i)));
    }
    return new Fit(trainer(job, train.cols()).train(set), form);
  }

  private static Trainer<Label> trainer(Job job, int features) {
    float sqrt = (float) (Math.floor(Math.sqrt(features)) / features);
    return switch (job.work()) {
      case TREE -> cart(job, Work.TREE_DEPTH, 1, 1);
      case FOREST ->
          new RandomForestTrainer<>(
              cart(job, Integer.MAX_VALUE, 1, sqrt), new VotingCombiner(), job.trees(), job.seed());
      case DEPTH ->
          new AdaBoostTrainer(
              cart(job, Work.BOOSTED_DEPTH, LIGHTEST_LEAF, 1), job.trees(), job.seed());
      default -> throw new IllegalArgumentException("Tribuo has no " + job.work());
    };
  }

  private static CARTClassificationTrainer cart(
      Job job, int depth, float lightestLeaf, float features) {
    return new CARTClassificationTrainer(
        depth, lightestLeaf, 0, features, new GiniIndex(), job.seed());
  }

  /** Rows as Tribuo wants them. */
  private record Form(String[] names, List<String> classes) {

    Example<Label> example(double[] row, String label) {
      return new ArrayExample<>(new Label(label), names, row);
    }

    DoubleStream probabilities(Prediction<Label> prediction) {
      Map<String, Label> scores = prediction.getOutputScores();
      return classes.stream()
          .mapToDouble(c -> scores.containsKey(c) ? scores.get(c).getScore() : 0);
    }
  }

  private record Fit(Model<Label> model, Form form) implements Fitted {

    @Override
    public Batch batch(Matrix rows) {
      List<Example<Label>> examples = new ArrayList<>();
      for (int i = 0; i < rows.rows(); i++) {
        examples.add(form.example(rows.row(i).toArray(), UNKNOWN));
      }
      return () ->
          model.predict(examples).stream()
              .flatMapToDouble(form::probabilities)
              .toArray();
    }

    @Override
    public Map<String, RowCall> rowCalls() {
      return Map.of(
          "row",
          row -> model.predict(form.example(row, UNKNOWN)).getOutput().getScore());
    }
  }
}
