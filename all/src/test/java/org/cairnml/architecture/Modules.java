package org.cairnml.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;

/** The modules in their order, each with its packages below {@code org.cairnml}. */
enum Modules {
  BASE("base"),
  LINALG("linalg", "optimize", "search"),
  OPENBLAS("openblas"),
  ND4J("nd4j"),
  CORE("core", "data"),
  STATS("stats"),
  METRICS("metrics"),
  PLOTS("plots"),
  PREPROCESSING("preprocessing", "pipeline"),
  ALGORITHMS(
      "baseline",
      "linear",
      "tree",
      "boosting",
      "neighbors",
      "svm",
      "naivebayes",
      "cluster",
      "decomposition",
      "manifold",
      "anomaly",
      "recommend",
      "meta",
      "selection",
      "inspection"),
  NN("nn"),
  CLI("cli"),
  TESTKIT("testkit"),
  PROCESSOR("processor"),
  BENCHMARKS("benchmarks");

  static final String ROOT = "org.cairnml.";

  private final List<String> packages;

  Modules(String... packages) {
    this.packages = List.of(packages);
  }

  /** Whether classes of other modules never name one of this module: found by service, or tools. */
  private boolean isPluggedIn() {
    return this == OPENBLAS || this == ND4J || this == PROCESSOR;
  }

  static Optional<Modules> of(JavaClass type) {
    for (Modules module : values()) {
      for (String name : module.packages) {
        String packageName = ROOT + name;
        if (type.getPackageName().equals(packageName)
            || type.getPackageName().startsWith(packageName + ".")) {
          return Optional.of(module);
        }
      }
    }
    return Optional.empty();
  }

  private boolean mayUse(Modules other) {
    return this == other || other.ordinal() < ordinal() && !other.isPluggedIn();
  }

  /** Being in the package of a module, and using only modules before it. */
  static ArchCondition<JavaClass> useOnlyModulesBeforeTheirOwn() {
    return new ArchCondition<>("use only modules before their own") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Optional<Modules> own = of(type);
        if (own.isEmpty()) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no module"));
          return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          if (target.getPackageName().startsWith(ROOT)
              && !of(target).map(own.get()::mayUse).orElse(false)) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }
}
