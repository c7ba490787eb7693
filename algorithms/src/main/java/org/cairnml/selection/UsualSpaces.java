package org.cairnml.selection;

import java.util.Optional;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Learner;

/**
 * Which settings of a learner are worth a search, by the components that it has: penalties by their
 * order of magnitude, trees by their size and number.
 */
public final class UsualSpaces {

  private static final Dimension.Scale LOG = Dimension.Scale.LOG;

  private static final SearchSpace ALL =
      new SearchSpace()
          .real("alpha", 1e-4, 1e3, LOG)
          .real("l1Ratio", 0.05, 1)
          .real("c", 1e-3, 1e3, LOG)
          .real("learningRate", 0.01, 0.3, LOG)
          .integer("trees", 50, 500, LOG)
          .integer("maxLeaves", 4, 128, LOG)
          .integer("minSamplesLeaf", 1, 50, LOG)
          .choice("maxFeatures", "sqrt", "0.3", "0.6", "all")
          .real("l2", 1e-3, 10, LOG)
          .real("rowShare", 0.5, 1)
          .real("columnShare", 0.5, 1);

  private UsualSpaces() {}

  /** The mix of penalties is without effect where another penalty is chosen. */
  private static boolean acts(String component, Learner learner) {
    return !component.equals("l1Ratio")
        || Hyperparameters.of(learner).stream()
            .filter(parameter -> parameter.name().equals("penalty"))
            .allMatch(parameter -> parameter.value().toString().equals("ELASTIC_NET"));
  }

  /** The space for this learner; empty if it has none of the usual components. */
  public static Optional<SearchSpace> of(Learner learner) {
    SearchSpace space = new SearchSpace();
    for (var dimension : ALL.dimensions().entrySet()) {
      if (Hyperparameters.has(learner, dimension.getKey()) && acts(dimension.getKey(), learner)) {
        space = space.with(dimension.getKey(), dimension.getValue());
      }
    }
    return space.dimensions().isEmpty() ? Optional.empty() : Optional.of(space);
  }
}
