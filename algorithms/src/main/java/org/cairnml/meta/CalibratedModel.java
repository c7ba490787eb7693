package org.cairnml.meta;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;

/** A fitted {@link CalibratedClassifier}: the mean of calibrated models. */
public final class CalibratedModel implements ProbabilityModel {

  /** A model and the correction of its probabilities. */
  record Member(ProbabilityModel model, Calibrator calibrator) {}

  private final Schema schema;
  private final List<String> classes;
  private final List<Member> members;
  private final FitSummary summary;

  CalibratedModel(Schema schema, List<String> classes, List<Member> members, FitSummary summary) {
    this.schema = schema;
    this.classes = classes;
    this.members = List.copyOf(members);
    this.summary = summary;
  }

  /** The models that are calibrated, one a fold. */
  public List<ProbabilityModel> models() {
    return members.stream().map(Member::model).toList();
  }

  List<Member> members() {
    return members;
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    int k = classes.size();
    double[] p = new double[k];
    Arrays.fill(out, 0, k, 0);
    for (Member member : members) {
      member.model().probabilitiesInto(row, p);
      member.calibrator().calibrateInPlace(p);
      for (int c = 0; c < k; c++) {
        out[c] += p[c] / members.size();
      }
    }
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
    return "CalibratedModel[" + members.size() + " models, classes " + classes + "]";
  }
}
