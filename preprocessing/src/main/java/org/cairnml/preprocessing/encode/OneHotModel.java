package org.cairnml.preprocessing.encode;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.InvertibleTransformModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.SparseTransformModel;
import org.cairnml.linalg.SparseBuilder;

/**
 * Turns each level of each category column into a column of 0 and 1.
 *
 * <p>Its inverse gives a category the level of its greatest column. Where none is above 0 that is
 * the level without a column if there is one, and missing otherwise; the column of rare levels,
 * which does not tell them apart, gives {@link Feature#UNSEEN}.
 */
public final class OneHotModel extends FittedTransform
    implements SparseTransformModel, InvertibleTransformModel {

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

  @Override
  public void inverseInto(double[] transformed, double[] out) {
    output().check(transformed, Missing.ALLOWED);
    for (int j = 0; j < targets.length; j++) {
      out[j] = category[j] ? level(targets[j], transformed) : transformed[targets[j][0]];
    }
  }

  /** The level that is told by the greatest of its columns. */
  private static double level(int[] target, double[] transformed) {
    int levels = target.length - 1;
    double greatest = 0;
    int hot = -1;
    for (int to : target) {
      if (to >= 0 && transformed[to] > greatest) {
        greatest = transformed[to];
        hot = to;
      }
    }
    if (hot >= 0 && hot == target[levels]) {
      return Feature.UNSEEN;
    }
    for (int level = 0; level < levels; level++) {
      if (target[level] == hot) {
        return level;
      }
    }
    return Double.NaN;
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
