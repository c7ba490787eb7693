package org.cairnml.preprocessing.encode;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.TransformModel;

/** Turns each level of each category column into a column of 0 and 1. */
public final class OneHotModel implements TransformModel {

  private final Schema schema;
  private final Schema output;
  private final int[][] targets;
  private final FitSummary summary;

  /**
   * Keeps its arguments.
   *
   * @param targets for each numeric column its output column; for each category column that of each
   *     level and then that of unseen ones, -1 for none
   */
  OneHotModel(Schema schema, List<Feature> output, List<int[]> targets, FitSummary summary) {
    this.schema = schema;
    this.output = new Schema(output);
    this.targets = targets.toArray(int[][]::new);
    this.summary = summary;
  }

  /** For the codec. */
  int[] targets(int column) {
    return targets[column];
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema.check(row, Missing.ALLOWED);
    Arrays.fill(out, 0, output.width(), 0);
    for (int j = 0; j < targets.length; j++) {
      int[] target = targets[j];
      if (schema.get(j).isCategory()) {
        int levels = target.length - 1;
        int level = Levels.index(row[j], levels, schema.name(j));
        int to = level >= 0 ? target[level] : level == Levels.UNSEEN ? target[levels] : -1;
        if (to >= 0) {
          out[to] = 1;
        }
      } else {
        out[target[0]] = row[j];
      }
    }
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Schema output() {
    return output;
  }

  @Override
  public FitSummary summary() {
    return summary;
  }

  @Override
  public String toString() {
    return "OneHotModel[" + schema.width() + " to " + output.width() + " columns]";
  }
}
