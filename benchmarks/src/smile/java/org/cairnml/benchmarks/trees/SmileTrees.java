package org.cairnml.benchmarks.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import smile.classification.DataFrameClassifier;
import smile.classification.DecisionTree;
import smile.classification.GradientTreeBoost;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.type.StructType;
import smile.data.vector.ValueVector;
import smile.model.cart.SplitRule;

/**
 * Smile. It has no bins and no L2 penalty, and its threads are those of the common pool: one fewer
 * than processors, and the caller.
 */
public final class SmileTrees implements TreeLibrary {

  private static final Formula FORMULA = Formula.lhs("class");
  private static final int UNLIMITED = 1_000_000;

  @Override
  public String name() {
    return "Smile";
  }

  @Override
  public boolean offers(Work work) {
    return work == Work.TREE || work == Work.FOREST || work.boosts();
  }

  @Override
  public Fitted fit(Job job, Dataset train) {
    List<ValueVector> columns = columns(train.x());
    int[] codes = IntStream.range(0, train.rows()).map(train.labels()::code).toArray();
    columns.add(ValueVector.of("class", codes));
    DataFrame frame = new DataFrame(columns.toArray(ValueVector[]::new));
    return new Model(model(job, frame), train.labels().classes().size());
  }

  /** Its depth counts the root as 1. */
  private static DataFrameClassifier model(Job job, DataFrame frame) {
    return switch (job.work()) {
      case TREE ->
          DecisionTree.fit(
              FORMULA,
              frame,
              new DecisionTree.Options(SplitRule.GINI, Work.TREE_DEPTH + 1, UNLIMITED, 1));
      case FOREST ->
          RandomForest.fit(
              FORMULA,
              frame,
              new RandomForest.Options(job.trees(), 0, UNLIMITED, UNLIMITED, 1));
      case LEAVES, LEAVES_L2_0 ->
          boosting(job, frame, UNLIMITED, Work.BOOSTED_LEAVES, Work.ROWS_A_LEAF);
      case DEPTH -> boosting(job, frame, Work.BOOSTED_DEPTH + 1, UNLIMITED, 1);
      default -> throw new IllegalArgumentException("Smile has no " + job.work());
    };
  }

  private static DataFrameClassifier boosting(
      Job job, DataFrame frame, int depth, int leaves, int rowsALeaf) {
    return GradientTreeBoost.fit(
        FORMULA,
        frame,
        new GradientTreeBoost.Options(
            job.trees(), depth, leaves, rowsALeaf, Work.LEARNING_RATE, 1.0, null, null));
  }

  private static List<ValueVector> columns(Matrix x) {
    List<ValueVector> columns = new ArrayList<>();
    for (int j = 0; j < x.cols(); j++) {
      columns.add(ValueVector.of("x" + j, x.column(j).toArray()));
    }
    return columns;
  }

  private record Model(DataFrameClassifier model, int classes) implements Fitted {

    @Override
    public Batch batch(Matrix rows) {
      DataFrame frame = new DataFrame(columns(rows).toArray(ValueVector[]::new));
      return () -> {
        List<double[]> all = new ArrayList<>();
        model.predict(frame, all);
        return all.stream().flatMapToDouble(Arrays::stream).toArray();
      };
    }

    @Override
    public Map<String, RowCall> rowCalls() {
      StructType schema = model.schema();
      double[] out = new double[classes];
      return Map.of(
          "row",
          row -> {
            model.predict(Tuple.of(schema, row), out);
            return out[0];
          });
    }
  }
}
