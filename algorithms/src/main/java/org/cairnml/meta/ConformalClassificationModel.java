package org.cairnml.meta;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;

/** A fitted {@link ConformalClassifier}: the base's probabilities, and sets of classes. */
public final class ConformalClassificationModel implements ProbabilityModel {

  private final ProbabilityModel base;
  private final SetScore score;
  private final double limit;
  private final double coverage;
  private final FitSummary summary;

  ConformalClassificationModel(
      ProbabilityModel base, SetScore score, double limit, double coverage, FitSummary summary) {
    this.base = base;
    this.score = score;
    this.limit = limit;
    this.coverage = coverage;
    this.summary = summary;
  }

  /**
   * The classes that one row (d values) may be of, the likeliest first. With {@link SetScore#LAC}
   * there may be none: a row unlike all those of calibration.
   *
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  public List<String> set(double[] row) {
    double[] p = base.probabilities(row);
    int likeliest = base.predictCode(row);
    return IntStream.range(0, p.length)
        .filter(c -> score.of(p, c) <= limit || score == SetScore.APS && c == likeliest && p[c] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer c) -> -p[c]))
        .map(classes()::get)
        .toList();
  }

  /** The probability with which a set holds the class of a new row. */
  public double coverage() {
    return coverage;
  }

  /** The model inside, fitted on the part of the rows that is not for calibration. */
  public ProbabilityModel base() {
    return base;
  }

  SetScore score() {
    return score;
  }

  double limit() {
    return limit;
  }

  @Override
  public void probabilitiesInto(double[] row, double[] out) {
    base.probabilitiesInto(row, out);
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
    return "ConformalClassificationModel[" + base + ", " + score + ", coverage " + coverage + "]";
  }
}
