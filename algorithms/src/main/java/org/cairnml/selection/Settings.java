package org.cairnml.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairnml.core.Hyperparameter;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Learner;
import org.cairnml.core.Learners;
import org.cairnml.core.Transformer;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.pipeline.Step;

/** Puts settings into learners and pipelines; {@link SearchSpace} says how they are named. */
final class Settings {

  private static final Object KEPT = new Object();

  private Settings() {}

  /** A setting for each name of a space that changes nothing; applied, it shows unknown names. */
  static Map<String, Object> kept(SearchSpace space) {
    Map<String, Object> settings = new LinkedHashMap<>(space.dimensions());
    settings.replaceAll((name, dimension) -> KEPT);
    return settings;
  }

  /** A learner with these settings. */
  static <L extends Learner> L apply(L learner, Map<String, Object> settings) {
    L changed = learner;
    for (var setting : settings.entrySet()) {
      changed = with(changed, setting.getKey(), setting.getValue());
    }
    return changed;
  }

  /** A pipeline with these settings. */
  static Pipeline apply(Pipeline pipeline, Map<String, Object> settings) {
    Pipeline changed = pipeline;
    for (var setting : settings.entrySet()) {
      changed = with(changed, setting.getKey(), setting.getValue());
    }
    return changed;
  }

  private static Pipeline with(Pipeline pipeline, String name, Object value) {
    int dot = name.indexOf('.');
    List<Step> steps = new ArrayList<>(pipeline.steps());
    for (int k = 0; k < steps.size() && dot > 0; k++) {
      Step step = steps.get(k);
      if (Learners.name(step.transformer()).equals(name.substring(0, dot))) {
        Transformer<?> changed = with(step.transformer(), name.substring(dot + 1), value);
        steps.set(k, new Step(changed, step.columns()));
        return new Pipeline(
            pipeline.target(),
            pipeline.learner(),
            steps,
            pipeline.columns(),
            pipeline.excluded(),
            pipeline.weights(),
            pipeline.texts());
      }
    }
    if (dot > 0 && !Hyperparameters.has(pipeline.learner(), name.substring(0, dot))) {
      throw new IllegalArgumentException(
          "'%s': the pipeline has no step '%s'; its steps are %s, and names of the learner have no prefix"
              .formatted(
                  name,
                  name.substring(0, dot),
                  steps.stream().map(s -> Learners.name(s.transformer())).toList()));
    }
    return pipeline.withLearner(with(pipeline.learner(), name, value));
  }

  private static <L extends Learner> L with(L learner, String name, Object value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      if (value == KEPT && Hyperparameters.has(learner, name)) {
        return learner;
      }
      return Hyperparameters.with(learner, name, value);
    }
    String outer = name.substring(0, dot);
    Object inner =
        Hyperparameters.of(learner).stream()
            .filter(p -> p.name().equals(outer))
            .map(Hyperparameter::value)
            .findFirst()
            .orElse(null);
    if (inner instanceof Learner base) {
      return Hyperparameters.with(learner, outer, with(base, name.substring(dot + 1), value));
    }
    throw new IllegalArgumentException(
        "'%s': %s has no learner in a component '%s'"
            .formatted(name, learner.getClass().getSimpleName(), outer));
  }
}
