package org.cairnml.baseline;

import java.util.Arrays;
import java.util.List;
import org.cairnml.base.Seed;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** The same probabilities for every row, or a class drawn by them for each. */
public final class DummyClassification implements ProbabilityModel {

  /** Whether rows get the chances themselves or a draw. */
  enum Answer {
    FIXED,
    DRAWN
  }

  private final Schema schema;
  private final List<String> classes;
  private final double[] chances;
  private final Answer answer;
  private final long seed;
  private final FitSummary summary;

  DummyClassification(
      Schema schema,
      List<String> classes,
      double[] chances,
      Answer answer,
      long seed,
      FitSummary summary) {
    this.schema = schema;
    this.classes = List.copyOf(classes);
    this.chances = chances;
    this.answer = answer;
    this.seed = seed;
    this.summary = summary;
  }

  /** The chance of each class (k, a copy). */
  public double[] chances() {
    return chances.clone();
  }

  Answer answer() {
    return answer;
  }

  long seed() {
    return seed;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    schema.check(row, Missing.ALLOWED);
    if (answer == Answer.FIXED) {
      System.arraycopy(chances, 0, out, 0, chances.length);
      return;
    }
    double at = Seed.of(seed).child(Arrays.hashCode(row)).generator().nextDouble();
    Arrays.fill(out, 0, chances.length, 0);
    int drawn = likeliest(chances);
    for (int c = 0; c < chances.length; c++) {
      if (chances[c] > 0 && at < chances[c]) {
        drawn = c;
        break;
      }
      at -= chances[c];
    }
    out[drawn] = 1;
  }

  /** The first of the largest. */
  static int likeliest(double[] chances) {
    int best = 0;
    for (int c = 1; c < chances.length; c++) {
      best = chances[c] > chances[best] ? c : best;
    }
    return best;
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
    return "DummyClassification[" + classes.size() + " classes]";
  }
}
