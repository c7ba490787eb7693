package org.cairnml.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/** The learners on the class or module path, found by name. */
public final class Learners {

  private Learners() {}

  /** Every learner that lists itself as a service, with its defaults, sorted by name. */
  public static List<Learner> all() {
    List<Learner> learners = new ArrayList<>();
    ServiceLoader.load(Learner.class, Learner.class.getClassLoader()).forEach(learners::add);
    learners.sort(
        Comparator.comparing(Learners::name).thenComparing(l -> l.getClass().getSimpleName()));
    return learners;
  }

  /** The classifier, regressor or other learner of a kind with this name. */
  public static <L extends Learner> L named(String name, Class<L> kind) {
    List<String> known = new ArrayList<>();
    boolean elsewhere = false;
    for (Learner learner : all()) {
      elsewhere |= name(learner).equals(name);
      if (kind.isInstance(learner)) {
        if (name(learner).equals(name)) {
          return kind.cast(learner);
        }
        known.add(name(learner));
      }
    }
    throw new IllegalArgumentException(
        "there is no "
            + kind.getSimpleName().toLowerCase(Locale.ROOT)
            + " named '"
            + name
            + (elsewhere ? "', it learns something else; known are " : "'; known are ")
            + known);
  }

  /**
   * The learner's name in kebab case, without the words Classifier and Regressor: {@code
   * random-forest}, {@code logistic-regression}, {@code k-means}.
   */
  public static String name(Learner learner) {
    return nameOfClass(learner.getClass().getSimpleName());
  }

  /** The name of the learner whose class has this simple name. */
  public static String nameOfClass(String simpleName) {
    return simpleName
        .replaceFirst("(Classifier|Regressor|Ranker)$", "")
        .replaceAll("([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])", "$1$3-$2$4")
        .toLowerCase(Locale.ROOT);
  }

  /** The learner's one-line description, or an empty text. */
  public static String describe(Learner learner) {
    Summary summary = learner.getClass().getAnnotation(Summary.class);
    return summary == null ? "" : summary.value();
  }
}
