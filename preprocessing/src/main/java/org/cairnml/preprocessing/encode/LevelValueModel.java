package org.cairnml.preprocessing.encode;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Feature;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;

/**
 * Puts one number or several in the place of each level of each category column. Numeric columns
 * pass through.
 */
public final class LevelValueModel extends FittedTransform {

  private final List<String> suffixes;
  private final List<Matrix> values;

  /**
   * Keeps its arguments.
   *
   * @param suffixes what is added to the name of a column for each number of a level
   * @param values for each category column, in order: a row for each level, one for unseen
   *     categories, one for missing ones; a column for each suffix
   */
  LevelValueModel(Schema schema, List<String> suffixes, List<Matrix> values, FitSummary summary) {
    super(schema, output(schema, suffixes, values), summary);
    this.suffixes = List.copyOf(suffixes);
    this.values = List.copyOf(values);
  }

  private static Schema output(Schema schema, List<String> suffixes, List<Matrix> values) {
    List<Feature> features = new ArrayList<>();
    int category = 0;
    for (Feature feature : schema.features()) {
      if (feature.isCategory()) {
        Matrix table = category < values.size() ? values.get(category) : Matrix.zeros(0, 0);
        if (table.rows() != feature.levels().size() + 2 || table.cols() != suffixes.size()) {
          throw new FormatException(
              "the values of column '" + feature.name() + "' do not fit its levels");
        }
        category++;
        suffixes.forEach(suffix -> features.add(Feature.numeric(feature.name() + suffix)));
      } else {
        features.add(feature);
      }
    }
    if (category != values.size()) {
      throw new FormatException(values.size() + " tables of values for " + category + " columns");
    }
    return new Schema(features);
  }

  /** For the codec. */
  List<String> suffixes() {
    return suffixes;
  }

  /** For the codec. */
  List<Matrix> tables() {
    return values;
  }

  /**
   * The numbers of a category column (a copy): a row for each level, then one for unseen categories
   * and one for missing ones.
   *
   * @throws IllegalArgumentException if there is no category column of this name
   */
  public Matrix values(String column) {
    int category = 0;
    for (Feature feature : schema().features()) {
      if (feature.isCategory()) {
        if (feature.name().equals(column)) {
          return values.get(category).copy();
        }
        category++;
      }
    }
    throw new IllegalArgumentException("there is no category column '" + column + "'");
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, Missing.ALLOWED);
    int at = 0;
    int category = 0;
    for (int j = 0; j < row.length; j++) {
      if (schema().get(j).isCategory()) {
        at = write(row[j], j, values.get(category++), out, at);
      } else {
        out[at++] = row[j];
      }
    }
  }

  private int write(double value, int j, Matrix table, double[] out, int at) {
    int levels = table.rows() - 2;
    int level = Levels.index(value, levels, schema().name(j));
    int line = level >= 0 ? level : level == Levels.UNSEEN ? levels : levels + 1;
    for (int k = 0; k < table.cols(); k++) {
      out[at + k] = table.get(line, k);
    }
    return at + table.cols();
  }
}
