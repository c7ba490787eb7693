package org.cairnml.linear;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;

/**
 * A fitted {@link SGDClassifier}: scores, and what is needed to go on learning. It is an {@link
 * SGDProbabilityModel} if the loss was {@link MarginLoss#LOG}, else an {@link SGDMarginModel}.
 */
public abstract sealed class SGDClassificationModel implements ClassCoefficients
    permits SGDMarginModel, SGDProbabilityModel {

  private final Schema schema;
  private final List<String> classes;
  private final int[] present;
  private final List<SGDState> states;
  private final FitSummary summary;

  SGDClassificationModel(
      Schema schema,
      List<String> classes,
      int[] present,
      List<SGDState> states,
      FitSummary summary) {
    this.schema = schema;
    this.classes = classes;
    this.present = present;
    this.states = List.copyOf(states);
    this.summary = summary;
  }

  @Override
  public Matrix coefficients() {
    return Matrix.of(states.stream().map(SGDState::finalWeights).toArray(double[][]::new));
  }

  @Override
  public double[] intercepts() {
    return states.stream().mapToDouble(SGDState::finalIntercept).toArray();
  }

  /** The names of the classes that had rows or were named by a stream, in order. */
  @Override
  public List<String> fittedClasses() {
    return Arrays.stream(present).mapToObj(classes::get).toList();
  }

  int[] present() {
    return present.clone();
  }

  List<SGDState> states() {
    return states;
  }

  /** How many rows it has seen, repeats included. */
  public long steps() {
    return states.get(0).steps();
  }

  /**
   * The score of one row (d values) for each of {@link #fittedClasses()}; between two classes, that
   * of the first is the negative of the second's.
   */
  public double[] scores(double[] row) {
    schema.check(row, Missing.REFUSED);
    double[] scores = new double[present.length];
    for (int k = 0; k < states.size(); k++) {
      SGDState state = states.get(k);
      double dot = Backends.get().dot(row.length, row, 0, state.finalWeights(), 0);
      scores[states.size() == 1 ? 1 : k] = dot + state.finalIntercept();
    }
    if (states.size() == 1) {
      scores[0] = -scores[1];
    }
    return scores;
  }

  @Override
  public int predictCode(double[] row) {
    double[] scores = scores(row);
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      if (scores[k] > scores[best]) {
        best = k;
      }
    }
    return present[best];
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
        + ", "
        + steps()
        + " steps]";
  }
}
