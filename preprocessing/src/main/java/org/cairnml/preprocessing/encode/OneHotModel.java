package org.cairnml.preprocessing.encode;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** Turns each level of each category column into a column of 0 and 1. */
public final class OneHotModel extends FittedTransform {

  private final int[][] targets;

  /**
   * Keeps its arguments.
   *
   * @param targets for each numeric column its output column; for each category column that of each
   *     level and then that of unseen ones, -1 for none
   */
  OneHotModel(Schema schema, List<Feature> output, List<int[]> targets, FitSummary summary) {
    super(schema, new Schema(output), summary);
    this.targets = targets.toArray(int[][]::new);
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
      int[] target = targets[j];
      if (schema().get(j).isCategory()) {
        int levels = target.length - 1;
        int level = Levels.index(row[j], levels, schema().name(j));
        int to = level >= 0 ? target[level] : level == Levels.UNSEEN ? target[levels] : -1;
        if (to >= 0) {
          out[to] = 1;
        }
      } else {
        out[target[0]] = row[j];
      }
    }
  }
}
