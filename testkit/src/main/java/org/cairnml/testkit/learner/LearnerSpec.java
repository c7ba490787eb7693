package org.cairnml.testkit.learner;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Learner;
import org.cairnml.core.Model;
import org.cairnml.testkit.Tolerance;

/**
 * One line of a {@link LearnerContract}'s list: a learner, small enough to be fitted hundreds of
 * times, and the {@link Trait}s that it declares. Immutable.
 */
public final class LearnerSpec {

  private final Learner learner;
  private final Kind kind;
  private final Set<Trait> traits;
  private final Tolerance tolerance;
  private final Learner withoutSampling;

  private LearnerSpec(
      Learner learner, Set<Trait> traits, Tolerance tolerance, Learner withoutSampling) {
    this.learner = learner;
    this.kind = Kind.of(learner);
    this.traits = traits;
    this.tolerance = tolerance;
    this.withoutSampling = withoutSampling;
  }

  /** A learner that declares no trait, exact where traits compare two fits up to rounding. */
  public static LearnerSpec learner(Learner learner) {
    return new LearnerSpec(learner, EnumSet.noneOf(Trait.class), Tolerance.DIRECT_SOLVE, null);
  }

  /** The same, declaring these traits. */
  public LearnerSpec traits(Trait first, Trait... more) {
    return new LearnerSpec(learner, EnumSet.of(first, more), tolerance, withoutSampling);
  }

  /** The same, with another tolerance for predictions of two fits that a trait says are equal. */
  public LearnerSpec tolerance(Tolerance other) {
    return new LearnerSpec(learner, traits, other, withoutSampling);
  }

  /**
   * The same; its traits are tested on this form of the learner, which draws no samples, and by
   * distribution over many seeds on the learner itself.
   */
  public LearnerSpec withoutSampling(Learner form) {
    return new LearnerSpec(learner, traits, tolerance, form);
  }

  Learner learner() {
    return learner;
  }

  Kind kind() {
    return kind;
  }

  boolean declares(Trait trait) {
    return traits.contains(trait);
  }

  Tolerance tolerance() {
    return tolerance;
  }

  /** The form whose traits are tested strictly. */
  LearnerSpec strictForm() {
    return withoutSampling == null
        ? this
        : new LearnerSpec(withoutSampling, traits, tolerance, null);
  }

  boolean isStochastic() {
    return withoutSampling != null;
  }

  boolean handlesMissing() {
    return learner instanceof HandlesMissing;
  }

  boolean handlesSparse() {
    return learner instanceof HandlesSparse;
  }

  boolean handlesCategories() {
    return learner instanceof HandlesCategories;
  }

  /** The same with another seed, if the learner has one. */
  Optional<LearnerSpec> withSeed(long seed) {
    return Hyperparameters.has(learner, "seed")
        ? Optional.of(
            new LearnerSpec(
                Hyperparameters.with(learner, "seed", seed), traits, tolerance, withoutSampling))
        : Optional.empty();
  }

  Fitted fit(Dataset data) {
    return fit(data, new FitOptions());
  }

  Fitted fit(Dataset data, FitOptions options) {
    Model model = kind.fit(learner, data, options);
    if (model == null) {
      throw new AssertionError("fit returned null");
    }
    return new Fitted(kind, model);
  }

  @Override
  public String toString() {
    String text = learner.toString();
    return text.length() <= 100 ? text : text.substring(0, 97) + "...";
  }
}
