package org.cairnml.meta;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;

/**
 * A fitted {@link TunedThresholdClassifier}: of the base's probabilities, each multiplied by the
 * factor of its class, the largest decides.
 */
public final class ThresholdModel implements ClassificationModel {

  private final ProbabilityModel base;
  private final double[] factors;
  private final FitSummary summary;

  ThresholdModel(ProbabilityModel base, double[] factors, FitSummary summary) {
    this.base = base;
    this.factors = factors.clone();
    this.summary = summary;
  }

  /** The model inside, fitted on all rows, with its probabilities. */
  public ProbabilityModel base() {
    return base;
  }

  /** What the probability of each class is multiplied by (a copy); 1 for the first class. */
  public double[] factors() {
    return factors.clone();
  }

  /** Of two classes, the probability of the second above which it is predicted. */
  public OptionalDouble threshold() {
    return factors.length == 2
        ? OptionalDouble.of(factors[0] / (factors[0] + factors[1]))
        : OptionalDouble.empty();
  }

  @Override
  public int predictCode(double[] row) {
    return ClassFactors.best(base.probabilities(row), factors);
  }

  @Override
  public List<String> classes() {
    return base.classes();
  }

  @Override
  public Schema schema() {
    return base.schema();
  }

  @Override
  public FitSummary summary() {
    return summary;
  }

  @Override
  public String toString() {
    return "ThresholdModel[" + base + ", factors " + Arrays.toString(factors) + "]";
  }
}
