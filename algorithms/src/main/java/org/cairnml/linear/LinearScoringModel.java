package org.cairnml.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;

/** Probabilities from scores that are weighted sums of the features. */
abstract class LinearScoringModel extends ScoringModel implements ClassCoefficients {

  LinearScoringModel(Schema schema, List<String> classes, int[] present, FitSummary summary) {
    super(schema, classes, present, summary);
  }

  /** The coefficients, a column for each class that has them. */
  final String coefficientTable(String title) {
    List<String> names = new ArrayList<>(schema().names());
    names.add(LinearRegressionModel.INTERCEPT);
    var all = coefficients();
    long nonzero = Arrays.stream(all.data()).filter(b -> b != 0).count();
    var text =
        new SummaryText(title, names)
            .pair("Features", schema().width(), "Classes", fittedClasses().size())
            .pair("Coefficients", all.rows() * all.cols(), "Other than 0", nonzero)
            .ending(summary())
            .ruler()
            .headings(scoredClasses())
            .row(LinearRegressionModel.INTERCEPT, intercepts());
    for (int j = 0; j < all.cols(); j++) {
      text.row(names.get(j), all.column(j).toArray());
    }
    return text.finish(summary());
  }
}
