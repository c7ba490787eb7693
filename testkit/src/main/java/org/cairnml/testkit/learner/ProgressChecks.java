package org.cairnml.testkit.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cairnml.base.Progress;
import org.cairnml.base.Progress.Answer;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.FitSummary;
import org.cairnml.testkit.model.SavedModel;

/** The listener hears every iteration and can stop the work, and so can the deadline. */
final class ProgressChecks {

  private ProgressChecks() {}

  static List<Check> all() {
    return List.of(
        Check.of("tells its listener every iteration", ProgressChecks::hears),
        Check.of("stops when its listener says so", ProgressChecks::stops),
        Check.of("stops at the deadline", ProgressChecks::deadline));
  }

  private static List<Progress.Step> stepsOf(LearnerSpec spec, Dataset data) {
    List<Progress.Step> heard = Collections.synchronizedList(new ArrayList<>());
    spec.fit(data, listening(heard, Answer.CONTINUE));
    return heard;
  }

  private static FitOptions listening(List<Progress.Step> heard, Answer answer) {
    return new FitOptions()
        .withProgress(
            step -> {
              heard.add(step);
              return answer;
            });
  }

  private static void hears(LearnerSpec spec) {
    Dataset data = new Samples(spec).small();
    List<Progress.Step> heard = Collections.synchronizedList(new ArrayList<>());
    Fitted fitted = spec.fit(data, listening(heard, Answer.CONTINUE));
    FitSummary summary = fitted.model().summary();
    assertThat(summary.iterations()).as("iterations").isPositive();
    assertThat(heard).as("steps").hasSizeGreaterThanOrEqualTo(summary.iterations());
    assertThat(summary.time()).as("time").isPositive();
    assertThat(summary.note()).as("note").isNotNull();
    for (int i = 0; i < heard.size(); i++) {
      Progress.Step step = heard.get(i);
      assertThat(step.task()).as("task").isNotBlank();
      assertThat(step.done()).as("done, step %d", i).isEqualTo(i + 1);
      assertThat(step.total()).as("total").isGreaterThanOrEqualTo(heard.size());
    }
    assertThat(SavedModel.bytes(fitted.model()))
        .as("the model made under a listener, saved")
        .isEqualTo(SavedModel.bytes(spec.fit(data).model()));
  }

  private static void stops(LearnerSpec spec) {
    Dataset data = new Samples(spec).small();
    int all = stepsOf(spec, data).size();
    List<Progress.Step> heard = Collections.synchronizedList(new ArrayList<>());
    Fitted fitted = spec.fit(data, listening(heard, Answer.STOP));
    assertThat(heard).as("steps when stopped at the first").hasSize(1);
    endedEarly(spec, data, fitted, all);
  }

  private static void deadline(LearnerSpec spec) {
    Dataset data = new Samples(spec).small();
    int all = stepsOf(spec, data).size();
    Fitted fitted = spec.fit(data, new FitOptions().withDeadline(Duration.ZERO));
    endedEarly(spec, data, fitted, all);
  }

  private static void endedEarly(LearnerSpec spec, Dataset data, Fitted fitted, int all) {
    FitSummary summary = fitted.model().summary();
    assertThat(summary.converged()).as("converged, after an early end").isFalse();
    if (all > 1) {
      assertThat(summary.iterations()).as("iterations, after an early end").isLessThan(all);
    }
    Outputs.checkMeaningful(spec, fitted, data.x());
  }
}
