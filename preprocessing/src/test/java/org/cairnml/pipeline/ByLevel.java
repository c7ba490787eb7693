package org.cairnml.pipeline;

import java.util.List;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.FitSummary;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** The most frequent class of the level in the first column, where missing is a level too. */
public record ByLevel() implements Classifier<ByLevel.Fitted>, HandlesMissing, HandlesCategories {

  @Override
  public Fitted fit(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    int levels = data.schema().get(0).levels().size();
    int[][] counts = new int[levels + 1][data.labels().classes().size()];
    for (int i = 0; i < data.rows(); i++) {
      double level = data.x().get(i, 0);
      counts[Double.isNaN(level) ? levels : (int) level][data.labels().code(i)]++;
    }
    return new Fitted(
        data.schema(),
        data.labels().classes(),
        counts,
        options.monitor("by-level", 1).summary(1, true, Double.NaN));
  }

  /** How often each class had each level. */
  public record Fitted(Schema schema, List<String> classes, int[][] counts, FitSummary summary)
      implements ClassificationModel {

    @Override
    public int predictCode(double[] row) {
      schema.check(row, Missing.ALLOWED);
      int[] count = counts[Double.isNaN(row[0]) ? counts.length - 1 : (int) row[0]];
      int best = 0;
      for (int c = 1; c < count.length; c++) {
        best = count[c] > count[best] ? c : best;
      }
      return best;
    }
  }
}
