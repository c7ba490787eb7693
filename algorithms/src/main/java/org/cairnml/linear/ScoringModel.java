package org.cairnml.linear;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/**
 * Probabilities from a score for each class that had rows; those of other classes are 0. The scores
 * are log-probabilities up to a common summand.
 */
abstract class ScoringModel implements ProbabilityModel {

  private final Schema schema;
  private final List<String> classes;
  private final int[] present;
  private final FitSummary summary;

  ScoringModel(Schema schema, List<String> classes, int[] present, FitSummary summary) {
    this.schema = schema;
    this.classes = classes;
    this.present = present;
    this.summary = summary;
  }

  /** The score of the {@code k}-th class that had rows. */
  abstract double score(double[] row, int k);

  /** The names of the classes that had rows, in order. */
  public List<String> fittedClasses() {
    return Arrays.stream(present).mapToObj(classes::get).toList();
  }

  int[] present() {
    return present.clone();
  }

  /** How many classes had rows. */
  int presentClasses() {
    return present.length;
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    schema.check(row, Missing.REFUSED);
    Arrays.fill(out, 0, classes.size(), 0);
    for (int k = 0; k < present.length; k++) {
      out[present[k]] = score(row, k);
    }
    Softmax.normalize(out, present);
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public FitSummary summary() {
    return summary;
  }

  @Override
  public String toString() {
    return getClass().getSimpleName()
        + "["
        + schema.width()
        + " features, classes "
        + classes
        + "]";
  }
}
