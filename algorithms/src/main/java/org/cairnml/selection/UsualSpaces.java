package org.cairnml.selection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairnml.core.Hyperparameter;
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
          .real("columnShare", 0.5, 1)
          .real("epsilon", 1.01, 3)
          .real("eta0", 1e-4, 0.1, LOG)
          .choice("shrinkage", "none", "auto", "0.1", "0.5", "0.9")
          .real("regularization", 1e-4, 1, LOG);

  private UsualSpaces() {}

  /** Whether the component takes what the dimension gives: the same name may mean another thing. */
  private static boolean takes(Hyperparameter component, Dimension dimension) {
    Object value = component.value();
    if (dimension instanceof Dimension.Real) {
      return value instanceof Double;
    }
    if (dimension instanceof Dimension.Whole) {
      return value instanceof Integer || value instanceof OptionalInt;
    }
    return value instanceof String;
  }

  /** Some components are without effect unless another one has a certain value. */
  private static boolean acts(String component, Learner learner) {
    return switch (component) {
      case "l1Ratio" -> allows(learner, "penalty", "ELASTIC_NET");
      case "epsilon" -> allows(learner, "loss", "HUBER", "EPSILON_INSENSITIVE");
      case "eta0" -> allows(learner, "learningRate", "CONSTANT", "INVERSE_SCALING", "ADAPTIVE");
      default -> true;
    };
  }

  /** Whether the learner has no such component, or it has one of the values. */
  private static boolean allows(Learner learner, String component, String... values) {
    return Hyperparameters.of(learner).stream()
        .filter(parameter -> parameter.name().equals(component))
        .allMatch(parameter -> List.of(values).contains(parameter.value().toString()));
  }

  /** The space for this learner; empty if it has none of the usual components. */
  public static Optional<SearchSpace> of(Learner learner) {
    SearchSpace space = new SearchSpace();
    Map<String, Hyperparameter> components =
        Hyperparameters.of(learner).stream()
            .collect(Collectors.toMap(Hyperparameter::name, Function.identity()));
    for (var dimension : ALL.dimensions().entrySet()) {
      String name = dimension.getKey();
      if (components.containsKey(name)
          && takes(components.get(name), dimension.getValue())
          && acts(name, learner)) {
        space = space.with(name, dimension.getValue());
      }
    }
    return space.dimensions().isEmpty() ? Optional.empty() : Optional.of(space);
  }
}
