package org.cairnml.preprocessing.encode;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.SparseTransformModel;
import org.cairnml.linalg.SparseBuilder;

/** Turns each level of each category column into a column of 0 and 1. */
public final class OneHotModel extends FittedTransform implements SparseTransformModel {

  private final int[][] targets;
  private final boolean[] category;

  /**
   * Keeps its arguments.
   *
   * @param targets for each numeric column its output column; for each category column that of each
   *     level and then that of unseen ones, -1 for none
   */
  OneHotModel(Schema schema, List<Feature> output, List<int[]> targets, FitSummary summary) {
    super(schema, new Schema(output), summary);
    this.targets = targets.toArray(int[][]::new);
    category = new boolean[schema.width()];
    for (int j = 0; j < category.length; j++) {
      category[j] = schema.get(j).isCategory();
    }
  }

  /** For the codec. */
  int[] targets(int column) {
    return targets[column];
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.ALLOWED);
    Arrays.fill(out, 0, output().width(), 0);
    for (int j = 0; j < targets.length; j++) {
      int to = target(j, row[j]);
      if (to >= 0) {
        out[to] = category[j] ? 1 : row[j];
      }
    }
  }

  @Override
  public void transformInto(double[] row, SparseBuilder out) {
    schema().check(row, Missing.ALLOWED);
    for (int j = 0; j < targets.length; j++) {
      int to = target(j, row[j]);
      if (to >= 0) {
        out.add(to, category[j] ? 1 : row[j]);
      }
    }
  }

  /** The output column that a value of column {@code j} belongs to, -1 if none. */
  private int target(int j, double value) {
    int[] target = targets[j];
    if (!category[j]) {
      return target[0];
    }
    int levels = target.length - 1;
    int level = Levels.index(value, levels, schema().name(j));
    return level >= 0 ? target[level] : level == Levels.UNSEEN ? target[levels] : -1;
  }
}
