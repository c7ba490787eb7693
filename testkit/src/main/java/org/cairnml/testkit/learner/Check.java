package org.cairnml.testkit.learner;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One thing that every learner of the list must do.
 *
 * @param name what holds when it passes, as a sentence without its subject
 * @param applies for which learners there is something to check
 * @param body throws what a test throws when it fails
 */
record Check(String name, Predicate<LearnerSpec> applies, Consumer<LearnerSpec> body) {

  static Check of(String name, Consumer<LearnerSpec> body) {
    return new Check(name, spec -> true, body);
  }

  static Check of(String name, Predicate<LearnerSpec> applies, Consumer<LearnerSpec> body) {
    return new Check(name, applies, body);
  }

  void run(LearnerSpec spec) {
    try {
      body.accept(spec);
    } catch (AssertionError e) {
      throw new AssertionError(spec + " does not keep '" + name + "': " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new AssertionError(spec + " does not keep '" + name + "': " + e, e);
    }
  }
}
